import { after, connection } from "next/server";
import { respond } from "@/app/api/_http/respond";
import { checkHealth } from "@/lib/data/health";
import { warmStudy } from "@/lib/data/warm-up";

/** For scripts that wait until the app answers: the database has been asked, and the content is loaded. Asked once after the start, it also makes the first answers quick. */
export async function GET(): Promise<Response> {
  await connection();
  after(warmStudy);
  return respond(checkHealth);
}
