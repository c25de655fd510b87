import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, denied, hidden } from "@/lib/platform/policy";

/** One's own forms: whoever has a page. Also while they may not publish or sell: the tax office waits for nobody. */
export function canFileTaxForm(actor: Actor): Decision {
  if (actor.kind !== "user") return hidden;
  return actor.creatorId ? allowed : denied("Tax forms are for creators. Open your page first.");
}

/** The yearly run, corrections, TIN matching: administrators and our own jobs. */
export function canRunTaxes(actor: Actor): Decision {
  if (actor.kind === "system") return allowed;
  return actor.kind === "user" && actor.capabilities.has("administer") ? allowed : hidden;
}

/** A document: who it is about. Administrators see their list, not their copies. */
export function canReadTaxDocument(actor: Actor, creatorId: string): Decision {
  return actor.kind === "user" && actor.creatorId === creatorId ? allowed : hidden;
}
