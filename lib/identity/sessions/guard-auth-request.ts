import { config } from "@/lib/platform/config";
import { AppError } from "@/lib/platform/errors";
import { callerAddress } from "@/lib/platform/http/address";
import { afterwards } from "@/lib/platform/http/afterwards";
import { checkOrigin } from "@/lib/platform/http/origin";
import { internalOf, problemResponse, toProblem } from "@/lib/platform/http/problem";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { takeLimit } from "@/lib/platform/ratelimit";
import { flushSentry, reportError } from "@/lib/platform/sentry";

/** What route() does for our own handlers, for the ones next-auth brings; undefined: go on. */
export async function guardAuthRequest(request: Request): Promise<Response | undefined> {
  try {
    checkOrigin(request, config().APP_URL);
    await takeLimit(request.method === "GET" ? "read" : "write", { actor: undefined, address: callerAddress(request.headers, config().TRUSTED_HOPS) });
    return undefined;
  } catch (error) {
    return problemResponse(error, newId("request"));
  }
}

/**
 * The answer to a sign-in that failed otherwise than for good: too many tries, or our own fault, which is reported. Of these next-auth
 * would say neither the status nor the time to wait. Undefined: what it says will do.
 */
export function answerToFailure(error: unknown): Response | undefined {
  if (error === undefined || (error instanceof AppError && error.code !== "rate_limited" && error.code !== "unavailable")) return undefined;
  const requestId = newId("request");
  if (!toProblem(error, requestId).foreseen) {
    reportError(error, { route: "/api/auth", method: "POST", requestId });
    afterwards(() => flushSentry());
    log().error({ requestId, error: internalOf(error) }, "sign-in failed");
  }
  return problemResponse(error, requestId);
}
