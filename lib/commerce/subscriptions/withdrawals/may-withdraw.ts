import { days } from "@/lib/platform/clock";
import { withdrawalDays } from "../rules";
import { mayWithdrawFrom } from "./rules";

export interface Contract {
  country: string | null;
  startedAt: Date;
  status: "active" | "past_due" | "ended";
  withdrawn: boolean;
  /** They agreed that access begins at once, and knew what that ends. */
  consented: boolean;
  /** When they first opened what is for members. */
  usedAt: Date | null;
}

export type Right = { kind: "open"; until: Date } | { kind: "used"; until: Date } | { kind: "none"; why: "elsewhere" | "over" | "ended" | "withdrawn" };

/** Whether a contract may be withdrawn from now. The last day counts to its end, by the clock of whoever is last to see midnight there. */
export function rightToWithdraw({ country, startedAt, status, withdrawn, consented, usedAt }: Contract, now: Date): Right {
  if (withdrawn) return { kind: "none", why: "withdrawn" };
  if (!mayWithdrawFrom(country)) return { kind: "none", why: "elsewhere" };
  const day = Date.UTC(startedAt.getUTCFullYear(), startedAt.getUTCMonth(), startedAt.getUTCDate());
  const until = new Date(day + days(withdrawalDays + 1) + days(1) / 12);
  if (now >= until) return { kind: "none", why: "over" };
  if (status === "ended") return { kind: "none", why: "ended" };
  return { kind: consented && usedAt !== null ? "used" : "open", until };
}
