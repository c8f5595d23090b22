import { DataFolderInUseError } from "@/lib/db/data-folder-lock.mjs";
import { closeDatabase } from "@/lib/db/database";

/** Does a command's work on the app's database, closes it, and gives the exit code. */
export async function onDatabase(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    // The embedded database belongs to one process: the message says which, and what to do.
    if (!(error instanceof DataFolderInUseError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await closeDatabase();
  }
}
