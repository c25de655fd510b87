import type { ChipTone } from "@/app/_ui/surfaces/chip";
import type { DisputeView, Stage } from "@/lib/commerce/disputes";

export const toneOf: Record<Stage, ChipTone> = { warned: "held", warned_answered: "plain", closed: "in", open: "held", submitted: "plain", won: "in", withdrawn: "in", lost: "danger" };

/** "Inês P., Backstage", "Fenn, a tip". */
export const sayWho = ({ fanName, tierName }: Pick<DisputeView, "fanName" | "tierName">): string => `${fanName}, ${tierName ?? "a tip"}`;
