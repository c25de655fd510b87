import pino from "pino";
import { config } from "@/lib/platform/config";

/** Names under which personal data or secrets could slip into a line; their values are never written. */
const redact = ["email", "password", "name", "address", "token", "authorization", "cookie", "userAgent", "*.email", "*.password", "*.name", "*.address", "*.token", "*.userAgent"];

let logger: pino.Logger | undefined;

/** One JSON line per thing that happened, on stdout. Ids yes, people no. */
export function log(): pino.Logger {
  logger ??= pino({ level: config().LOG_LEVEL, base: { release: config().RELEASE }, redact: { paths: redact, censor: "[redacted]" }, timestamp: pino.stdTimeFunctions.isoTime });
  return logger;
}
