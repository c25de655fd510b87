import { after } from "next/server";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { flushSentry, reportError } from "@/lib/platform/sentry";
import { internalOf } from "./problem";

/**
 * Runs `work` once the answer has been sent, keeping a serverless function alive for it. Called outside a request (a script, a test),
 * there is no answer to wait for and nobody to wait: the next cron finds what is left. Nobody hears of what `work` throws but us:
 * it is logged, and reported before the function freezes.
 */
export function afterwards(work: () => Promise<unknown>): void {
  try {
    after(() => reported(work));
  } catch {
    // Not in a request.
  }
}

async function reported(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const requestId = newId("request");
    log().error({ requestId, error: internalOf(error) }, "work after an answer failed");
    reportError(error, { route: "after an answer", method: "AFTER", requestId });
    await flushSentry();
  }
}
