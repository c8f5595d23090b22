import type { NextRequest } from "next/server";
import { checkedAuthRequest } from "@/app/api/auth/request";
import { failed } from "@/app/api/_http/respond";
import { reportUnexpected } from "@/lib/actions";
import { createAuthHandler } from "@/lib/auth/options";
import { createGuest, signIn } from "@/lib/data/accounts";
import { AppError } from "@/lib/shared/app-error";

const handle = createAuthHandler(
  { createGuest: (input) => createGuest(input, new Date()), signIn: (input) => signIn(input, new Date()) },
  reportUnexpected,
);

type Context = { params: Promise<{ nextauth: string[] }> };

async function answer(request: NextRequest, context: Context): Promise<Response> {
  try {
    const { nextauth } = await context.params;
    const checked = await checkedAuthRequest(request, nextauth);
    if (!checked) throw new AppError("NOT_FOUND", "There is no such page.");
    return await handle(checked, context);
  } catch (error) {
    return failed(error);
  }
}

export { answer as GET, answer as POST };
