import * as exported from "@sentry/nextjs";
import { config } from "@/lib/platform/config";
import { scrubEvent } from "./scrub";

/** Node without a bundler, as our scripts run, finds all of it on the default alone. */
const Sentry = (exported as { default?: typeof exported }).default ?? exported;

/**
 * Errors only, by hand: the default set costs as much CPU as a whole JSON request.
 * Without a DSN nothing is sent and nothing pretends to be.
 */
export function startSentry(): void {
  const dsn = config().SENTRY_DSN;
  if (!dsn || Sentry.getClient()) return;
  Sentry.init({
    dsn,
    release: config().RELEASE,
    environment: config().APP_ENV,
    sendClientReports: false,
    enableOpenTelemetrySetup: false,
    defaultIntegrations: false,
    integrations: [
      Sentry.eventFiltersIntegration(),
      Sentry.linkedErrorsIntegration(),
      Sentry.dedupeIntegration(),
      Sentry.nodeContextIntegration(),
      Sentry.contextLinesIntegration(),
      Sentry.onUncaughtExceptionIntegration(),
      Sentry.onUnhandledRejectionIntegration(),
    ],
    beforeSend: (event) => scrubEvent(event),
  });
}

export interface ErrorContext {
  route: string;
  method: string;
  requestId: string;
  userId?: string | undefined;
}

/** Sends an unforeseen error with its route, request id and the user's id; never a name, address or mail. */
export function reportError(error: unknown, context: ErrorContext): void {
  Sentry.withIsolationScope((scope) => {
    scope.setTag("route", context.route);
    scope.setTag("requestId", context.requestId);
    if (context.userId) scope.setUser({ id: context.userId });
    scope.setContext("request_line", { method: context.method, route: context.route, requestId: context.requestId });
    Sentry.captureException(error, { mechanism: { handled: false, type: "directfanz" } });
  });
}

/** Waits until what was reported has been sent; before a serverless function freezes. */
export async function flushSentry(): Promise<void> {
  await Sentry.flush(2_000);
}
