import { notFound } from "next/navigation";
import { AppError } from "@/lib/shared/app-error";

/** Turns the data layer's NOT_FOUND into the page that says so. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
