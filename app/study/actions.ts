"use server";

import { z } from "zod";
import { userAction } from "@/lib/actions";
import { changeSettings } from "@/lib/data/settings";

const run = userAction(z.boolean(), (hasShortcuts, user) => changeSettings(user, { hasShortcuts }));

/** Whether keys of one character work in a session. */
export async function saveShortcutsAction(hasShortcuts: boolean) {
  return run(hasShortcuts);
}
