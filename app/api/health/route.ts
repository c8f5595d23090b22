import { connection } from "next/server";
import { respond } from "@/app/api/_http/respond";
import { checkHealth } from "@/lib/data/health";

/** For scripts that wait until the app answers: the database has been asked, and the content is loaded. */
export async function GET(): Promise<Response> {
  await connection();
  return respond(checkHealth);
}
