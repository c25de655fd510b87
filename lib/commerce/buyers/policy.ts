import { explainLack } from "@/lib/identity/standing";
import type { Actor } from "@/lib/platform/db";
import { allowed, type Decision, denied, hidden } from "@/lib/platform/policy";

export function canSubscribe(actor: Actor, creatorId: string): Decision {
  if (actor.kind !== "user") return hidden;
  if (actor.creatorId === creatorId) return denied("This is your own page.");
  return actor.capabilities.has("subscribe") ? allowed : denied(explainLack("subscribe"));
}
