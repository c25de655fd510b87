import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/platform/errors";

/** What a page reads; what does not exist for this viewer becomes the page that says so. */
export async function found<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "bad_request")) notFound();
    if (error instanceof AppError && error.code === "unauthenticated") redirect("/sign-in");
    throw error;
  }
}
