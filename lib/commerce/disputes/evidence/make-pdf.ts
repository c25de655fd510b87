import type { DisputeModel } from "@/lib/platform/db/generated/models";
import { formatMoney } from "@/lib/platform/money";
import { drawEvidence } from "./draw-evidence";
import type { EvidenceFacts } from "./gather-facts";
import { sectionsOf } from "./sections";
import { stamp } from "./write-fields";

/** The evidence of one dispute as the bank gets it. */
export function makePdf(dispute: Pick<DisputeModel, "providerId" | "reason" | "amount" | "currency">, facts: EvidenceFacts, madeAt: Date): Promise<Buffer> {
  const { providerId, reason, amount, currency } = dispute;
  const lead = `${formatMoney({ amount, currency })} disputed as “${reason.replaceAll("_", " ")}”. Taken from the records of DirectFanz on ${stamp(madeAt)}; times are UTC. What is not recorded is said to be so.`;
  return drawEvidence({ title: `Evidence for dispute ${providerId}`, lead, madeAt }, sectionsOf(facts));
}
