import type { Actor } from "@/lib/platform/db";

/** Who may call a route. Made in lib/identity/auth.ts; a route has no default. */
export interface AuthRule {
  name: "public" | "anyone" | "signedIn" | "admin" | "operator" | "cron";
  /** How the OpenAPI document says it; "either": a session or a bearer. */
  security: "none" | "optional" | "session" | "bearer" | "either";
  /** Finds out who asks. @throws Unauthenticated, Forbidden, NotFound */
  resolve: (request: Request) => Promise<Actor>;
}
