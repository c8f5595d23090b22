import "server-only";
import { after } from "next/server";
import { reportUnexpected } from "@/lib/actions";
import { trainWhenDue } from "@/lib/data/train-when-due";
import type { Viewer } from "@/lib/data/viewer";

/** Looks, once the page is sent, whether parameters of the learner's own are to be tried. */
export const trainInBackground = (viewer: Viewer): void => after(() => trainWhenDue(viewer, new Date()).catch(reportUnexpected));
