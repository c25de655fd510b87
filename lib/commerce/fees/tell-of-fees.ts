import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import type { FeeProposalModel } from "@/lib/platform/db/generated/models";
import { defineJob, enqueue } from "@/lib/platform/jobs";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { formatMoney } from "@/lib/platform/money";
import { examplePrice, tellBatch } from "./rules";
import { estimateSplit } from "./split";

interface Telling {
  feeScheduleId: string;
  /** They begin, or do not begin after all. */
  what: "coming" | "withdrawn";
  after: string;
}

/** Writes to every creator about fees that will be higher, a stretch at a time; each gets it once, however often a stretch is begun. */
export const tellOfFeesJob = defineJob<Telling>({
  name: "tell-of-fees",
  lane: "mail",
  run: async ({ ctx, data }) => {
    const proposal = await ctx.db.feeProposal.findUnique({ where: { id: data.feeScheduleId } });
    // Withdrawn meanwhile: nobody more hears of what does not come.
    if (!proposal?.approvedAt || (data.what === "coming" && proposal.withdrawnAt)) return;
    const before = await ctx.db.feeSchedule.findFirst({ where: { effectiveFrom: { lt: proposal.effectiveFrom } }, orderBy: { effectiveFrom: "desc" } });
    const creators = await ctx.db.$queryRaw<{ id: string; email: string }[]>`
      SELECT c.id, u.email FROM "CreatorProfile" c JOIN "User" u ON u.id = c."userId" WHERE c.id > ${data.after} ORDER BY c.id LIMIT ${tellBatch}`;
    for (const { id, email } of creators) await tellOne(ctx, { id, email }, proposal, before?.platformBps ?? proposal.platformBps, data.what);
    const last = creators.at(-1)?.id;
    await ctx.transaction(async (tx) => {
      if (creators.length === tellBatch && last !== undefined) await enqueue(tx, tellOfFeesJob, { ...data, after: last });
      else if (data.what === "coming") await tx.feeProposal.updateMany({ where: { id: proposal.id, toldAt: null }, data: { toldAt: ctx.now } });
    });
  },
});

async function tellOne(ctx: Context, { id, email }: { id: string; email: string }, proposal: FeeProposalModel, beforeBps: number, what: Telling["what"]): Promise<void> {
  const reference = `${proposal.id}:${id}`;
  // Who never heard that they come need not hear that they do not.
  if (what === "withdrawn" && !(await ctx.db.sentMail.findUnique({ where: { reference_category: { reference, category: "fees-coming" } }, select: { sentAt: true } }))) return;
  await sendMail(ctx.db, { to: email, category: `fees-${what}`, reference }, () => (what === "coming" ? comingMail(proposal, beforeBps) : withdrawnMail(proposal)));
}

const percent = (bps: number): string => `${(bps / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
const say = (amount: number): string => formatMoney({ amount, currency: "usd" });
const reason = "You get this because you have a page on DirectFanz, and we tell you before our fees change.";

function comingMail(proposal: FeeProposalModel, beforeBps: number): MailContent {
  const [was, will] = [estimateSplit(examplePrice, { ...proposal, platformBps: beforeBps }), estimateSplit(examplePrice, proposal)];
  return {
    subject: `Our fee changes on ${longDate(proposal.effectiveFrom)}`,
    paragraphs: [`From ${longDate(proposal.effectiveFrom)} on we take ${percent(proposal.platformBps)} of what fans pay you, where we take ${percent(beforeBps)} today. ${proposal.note}`, "What was paid before that day keeps today's fee. If you do not want this, you can close your page until then; what we owe you is paid out."],
    rows: [
      { label: `Of ${say(examplePrice)}, yours today`, value: say(was.net) },
      { label: "Yours from then on", value: say(will.net), strong: true },
    ],
    action: { label: "See your money", url: `${config().APP_URL}/studio/money` },
    reason,
  };
}

const withdrawnMail = (proposal: FeeProposalModel): MailContent => ({
  subject: "Our fee stays as it is",
  paragraphs: [`We wrote to you that our fee would change on ${longDate(proposal.effectiveFrom)}. It does not: that change was withdrawn.`],
  action: { label: "See your money", url: `${config().APP_URL}/studio/money` },
  reason,
});

export const jobs = [tellOfFeesJob];
