import { NextRequest } from "next/server";
import { config } from "@/lib/platform/config";
import { AppError, NotFound } from "@/lib/platform/errors";
import { readBytes } from "@/lib/platform/http";
import { callerAddress } from "@/lib/platform/http/address";
import { afterwards } from "@/lib/platform/http/afterwards";
import { checkOrigin } from "@/lib/platform/http/origin";
import { internalOf, problemResponse, toProblem } from "@/lib/platform/http/problem";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { takeLimit } from "@/lib/platform/ratelimit";
import { flushSentry, reportError } from "@/lib/platform/sentry";

const bodyLimit = 64 * 1024;

/**
 * What route() does for our own handlers, for the ones next-auth brings: the refusal, or the request to go on with, its body read
 * within the same limits (next-auth's own reader has none).
 */
export async function guardAuthRequest(request: NextRequest, action: string | undefined): Promise<Response | NextRequest> {
  try {
    // Where next-auth's own client would have its errors logged: anybody could write there, and none of our pages does.
    if (action === "_log") throw new NotFound();
    checkOrigin(request, config().APP_URL);
    await takeLimit(request.method === "GET" ? "read" : "write", { actor: undefined, address: callerAddress(request.headers, config().TRUSTED_HOPS) });
    if (request.method === "GET") return request;
    return new NextRequest(request.url, { method: request.method, headers: request.headers, body: new Uint8Array(await readBytes(request, bodyLimit)) });
  } catch (error) {
    return answerTo(error, request.method);
  }
}

/**
 * The answer to a sign-in that failed otherwise than for good: too many tries, or our own fault, which is reported. Of these next-auth
 * would say neither the status nor the time to wait. Undefined: what it says will do.
 */
export function answerToFailure(error: unknown): Response | undefined {
  if (error === undefined || (error instanceof AppError && error.code !== "rate_limited" && error.code !== "unavailable")) return undefined;
  return answerTo(error, "POST");
}

/** The problem it is; what nobody foresaw is logged and reported. */
function answerTo(error: unknown, method: string): Response {
  const requestId = newId("request");
  if (!toProblem(error, requestId).foreseen) {
    reportError(error, { route: "/api/auth", method, requestId });
    afterwards(() => flushSentry());
    log().error({ requestId, error: internalOf(error) }, "sign-in failed");
  }
  return problemResponse(error, requestId);
}
