import "server-only";
import { after } from "next/server";
import { reportUnexpected } from "@/lib/actions";
import { reportFailures } from "@/lib/data/item-analysis-report";
import type { Viewer } from "@/lib/data/viewer";

/** Passes on, once the page is sent, what questions of it fail. */
export const reportInBackground = (viewer: Viewer, assignmentId: string, revision: number): void => after(() => reportFailures(viewer, assignmentId, revision, new Date()).catch(reportUnexpected));
