import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, hidden } from "@/lib/platform/policy";
import type { Initiator } from "./rules";

/** A page returns what its fans paid it; administrators and our own rules return anything. To others the sale is not there. */
export function canRefund(actor: Actor, sale: { creatorId: string }, initiator: Initiator): Decision {
  if (actor.kind === "system" || actor.kind === "webhook") return allowed;
  if (actor.kind !== "user") return hidden;
  if (initiator === "admin") return actor.capabilities.has("administer") ? allowed : hidden;
  return initiator === "creator" && actor.creatorId === sale.creatorId ? allowed : hidden;
}
