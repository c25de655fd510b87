/** The closed list of what can go wrong, each with the HTTP status it answers with. */
export const statusOf = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  too_slow: 408,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  internal: 500,
  provider_failed: 502,
  not_configured: 503,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof statusOf;

export interface InvalidParam {
  /** Where: "body.amount", "query.cursor". */
  name: string;
  reason: string;
}

interface Details {
  /** For our logs; never leaves the house. */
  internal?: string;
  invalidParams?: InvalidParam[];
  retryAfterSeconds?: number;
  /** Extra headers of the answer. */
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An error that was foreseen: `message` is for the person, `internal` for us. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly internal: string | undefined;
  readonly invalidParams: InvalidParam[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly headers: Record<string, string> | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.internal = details.internal;
    this.invalidParams = details.invalidParams;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.headers = details.headers;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

export class NotFound extends AppError {
  constructor(what = "page", internal?: string) {
    super("not_found", `This ${what} does not exist, or is not for you to see.`, internal ? { internal } : {});
  }
}

export class Forbidden extends AppError {
  constructor(reason: string) {
    super("forbidden", reason);
  }
}

export class Unauthenticated extends AppError {
  constructor() {
    super("unauthenticated", "Sign in first.", { headers: { "www-authenticate": 'Session realm="directfanz"' } });
  }
}

/** A field-level complaint raised by a verb rather than by a schema. */
export class InvalidInput extends AppError {
  constructor(name: string, reason: string) {
    super("bad_request", reason, { invalidParams: [{ name, reason }] });
  }
}

/** A provider without its keys: said, never faked. */
export class NotConfigured extends AppError {
  constructor(provider: string, key: string) {
    super("not_configured", `This is not available yet: ${provider} is not set up.`, { internal: `${key} is not configured` });
  }
}

/** A provider that answered with an error or not at all; the caller may try again. */
export class ProviderFailed extends AppError {
  constructor(provider: string, message: string, cause?: unknown) {
    super("provider_failed", message, { internal: `${provider}: ${cause instanceof Error ? cause.message : "no answer"}`, cause, retryAfterSeconds: 30 });
  }
}
