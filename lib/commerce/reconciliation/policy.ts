import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

/** Who reads what the provider moved beside our books, and has them compared anew. */
export const canReconcile = (actor: Actor): Decision => (actor.kind === "user" && actor.capabilities.has("administer") ? allowed : hidden);
