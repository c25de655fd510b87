import { Forbidden, NotFound } from "@/lib/platform/errors";

/** What a policy answers: yes; "there is no such thing" (404); or no, and why (403). */
export type Decision = { allow: true } | { allow: false; hidden: true } | { allow: false; hidden: false; reason: string };

export const allowed: Decision = { allow: true };
export const hidden: Decision = { allow: false, hidden: true };
export const denied = (reason: string): Decision => ({ allow: false, hidden: false, reason });

/** Turns a policy's answer into the error a caller sees. @throws NotFound, Forbidden */
export function authorize(decision: Decision, what = "page"): void {
  if (decision.allow) return;
  if (decision.hidden) throw new NotFound(what);
  throw new Forbidden(decision.reason);
}
