import { after } from "next/server";

/**
 * Runs `work` once the answer has been sent, keeping a serverless function alive for it. Called outside a request (a script, a test),
 * there is no answer to wait for and nobody to wait: the next cron finds what is left.
 */
export function afterwards(work: () => Promise<unknown>): void {
  try {
    after(work);
  } catch {
    // Not in a request.
  }
}
