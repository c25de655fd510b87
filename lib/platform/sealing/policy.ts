import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

/** Keys are turned by our own hand: the operator's command and the cron. No account can. */
export const canRotateKeys = (actor: Actor): Decision => (actor.kind === "system" ? allowed : hidden);
