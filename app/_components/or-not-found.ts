import { notFound } from "next/navigation";
import { AppError } from "@/lib/shared/app-error";

/** Turns the data layer's NOT_FOUND into the page that says so, FORBIDDEN too: to a pupil the pages of teachers are not there. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "FORBIDDEN")) notFound();
    throw error;
  }
}
