import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { english } from "@/messages/english";

/** Sends the named namespaces, and no others, to the client components below. */
export async function ClientMessages({ names, children }: { names: (keyof typeof english)[]; children: ReactNode }) {
  const all = await getMessages();
  const messages = Object.fromEntries(names.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
