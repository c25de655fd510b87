import type { ChipTone } from "@/app/_ui/surfaces/chip";
import type { Stage } from "@/lib/commerce/disputes";

export const stageTone: Record<Stage, ChipTone> = { warned: "held", warned_answered: "plain", closed: "in", open: "held", submitted: "plain", won: "in", withdrawn: "in", lost: "danger" };

/** "2 days 3 h", "40 min", "over". */
export function sayClock(until: string, now: Date): string {
  const left = Date.parse(until) - now.getTime();
  if (left <= 0) return "over";
  const hours = Math.floor(left / 3_600_000);
  if (hours < 1) return `${Math.max(1, Math.floor(left / 60_000))} min`;
  const days = Math.floor(hours / 24);
  return days < 1 ? `${hours} h` : `${days} ${days === 1 ? "day" : "days"} ${hours % 24} h`;
}
/** Less than a day is left. */
export const isUrgent = (until: string, now: Date): boolean => Date.parse(until) - now.getTime() < 86_400_000;
