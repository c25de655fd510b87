import { AppError } from "@/lib/platform/errors";
import { scrubText } from "@/lib/platform/sentry/scrub";

export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  requestId: string;
  invalidParams?: { name: string; reason: string }[];
}

const titles: Record<AppError["code"], string> = {
  bad_request: "Bad request",
  unauthenticated: "Sign in first",
  forbidden: "Not allowed",
  not_found: "Not found",
  too_slow: "Too slow",
  conflict: "Conflict",
  too_large: "Too large",
  unsupported_type: "Unsupported type",
  rate_limited: "Too many requests",
  internal: "Our mistake",
  provider_failed: "A service did not answer",
  not_configured: "Not set up",
  unavailable: "Unavailable",
};

/** An error as RFC 9457 says it. What was not foreseen says nothing of its inside. */
export function toProblem(error: unknown, requestId: string): { problem: Problem; headers: Record<string, string>; foreseen: boolean } {
  const known = error instanceof AppError ? error : new AppError("internal", "Something went wrong on our side. Nothing was lost; try again in a moment.");
  const problem: Problem = {
    type: `urn:directfanz:error:${known.code}`,
    title: titles[known.code],
    status: known.status,
    detail: known.message,
    requestId,
    ...(known.invalidParams ? { invalidParams: known.invalidParams } : {}),
  };
  return { problem, headers: known.headers ?? {}, foreseen: error instanceof AppError && known.code !== "internal" };
}

/** toProblem() as an answer: `application/problem+json`, the error's status and headers (Retry-After, WWW-Authenticate), never cached. Logs and reports nothing. */
export function problemResponse(error: unknown, requestId: string): Response {
  const { problem, headers } = toProblem(error, requestId);
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { "content-type": "application/problem+json", "cache-control": "no-store", "x-request-id": requestId, ...headers } });
}

/** What our logs may say of an error. */
export function internalOf(error: unknown): string {
  if (error instanceof AppError) return scrubText(error.internal ?? error.message);
  return error instanceof Error ? scrubText(`${error.name}: ${error.message}`) : "unknown error";
}
