import type { Actor } from "@/lib/platform/db";

/** Who may call a route. Made in lib/identity/auth.ts; a route has no default. */
export interface AuthRule {
  name: "public" | "anyone" | "signedIn" | "admin" | "operator" | "cron";
  /** How the OpenAPI document says it. */
  security: "none" | "optional" | "session" | "bearer";
  /** Finds out who asks. @throws Unauthenticated, Forbidden, NotFound */
  resolve: (request: Request) => Promise<Actor>;
}
