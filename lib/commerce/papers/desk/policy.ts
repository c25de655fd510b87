import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

/** Who looks through all books. */
export const canReadBooks = (actor: Actor): Decision => (actor.kind === "user" && actor.capabilities.has("administer") ? allowed : hidden);
