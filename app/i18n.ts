import { getRequestConfig } from "next-intl/server";
import { english } from "@/messages/english";

declare module "next-intl" {
  interface AppConfig {
    Locale: "en";
    Messages: typeof english;
  }
}

/** One language so far; a second one is a catalogue beside `english` and a choice here. */
export default getRequestConfig(async () => ({
  locale: "en",
  messages: english,
  timeZone: "UTC",
  onError(error) {
    throw error;
  },
}));
