import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";

/** Who proposes fees, agrees to them and takes them back. That two people agree is a rule of the rows, not of the role. */
export const canSetFees = (actor: Actor): Decision => (actor.kind === "user" && actor.capabilities.has("administer") ? allowed : hidden);
