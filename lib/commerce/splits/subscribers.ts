import { config } from "@/lib/platform/config";
import type { Context } from "@/lib/platform/db";
import { on } from "@/lib/platform/events";
import { longDate, type MailContent, sendMail } from "@/lib/platform/mail";
import { percent } from "./errors";

interface Told {
  owner: string;
  collaborator: string;
  part: string;
  from: string;
  accepted: boolean;
  by: string | null;
}

/** Writes to one of the two, or to both; what they read names pages, never a fan. */
async function tell(ctx: Context, splitId: string, { category, reference, write }: { category: string; reference: string; write: (told: Told, to: "owner" | "collaborator") => MailContent | undefined }): Promise<void> {
  const split = await ctx.db.revenueSplit.findUnique({ where: { id: splitId } });
  if (!split) return;
  const pages = await ctx.db.creatorProfile.findMany({ where: { id: { in: [split.creatorId, split.collaboratorId] } }, select: { id: true, name: true, userId: true }, take: 2 });
  const people = await ctx.db.user.findMany({ where: { id: { in: pages.map(({ userId }) => userId) } }, select: { id: true, email: true }, take: 2 });
  const [owner, collaborator] = [split.creatorId, split.collaboratorId].map((id) => pages.find((page) => page.id === id));
  if (!owner || !collaborator) return;
  const starts = split.startsAt && (!split.acceptedAt || split.startsAt > split.acceptedAt) ? split.startsAt : split.acceptedAt;
  const told = { owner: owner.name, collaborator: collaborator.name, part: percent(split.shareBps), from: starts ? `from ${longDate(starts)} on` : "from when you accept", accepted: split.acceptedAt !== null, by: split.endedBy };
  for (const [to, page] of [["owner", owner], ["collaborator", collaborator]] as const) {
    const content = write(told, to);
    const email = people.find(({ id }) => id === page.userId)?.email;
    if (content && email) await sendMail(ctx.db, { to: email, category, reference: `${reference}:${to}` }, () => content);
  }
}

const action = (label: string) => ({ label, url: `${config().APP_URL}/studio/splits` });
const reason = "You get this because it concerns what your page earns on DirectFanz.";

const proposed = ({ owner, part, from, by }: Told, to: "owner" | "collaborator"): MailContent | undefined =>
  to === "owner" || by !== null ? undefined : { subject: `${owner} wants to share ${part} with you`, paragraphs: [`${owner} offers you ${part} of what their page earns, ${from}, after fees. Nothing is shared before you accept.`, "Either of you can end it at any time; what was shared by then stays shared."], action: action("Accept or decline"), reason };

const accepted = ({ owner, collaborator, part, from }: Told, to: "owner" | "collaborator"): MailContent =>
  to === "owner"
    ? { subject: `${collaborator} accepted: you share ${part}`, paragraphs: [`${collaborator} has ${part} of what your page earns ${from}. When a payment goes back to a fan, their part goes back with it.`], action: action("See your splits"), reason }
    : { subject: `You have ${part} of what ${owner} earns`, paragraphs: [`It holds ${from}. Your part of each payment comes to your balance with it, and goes back when the payment goes back.`], action: action("See what it brings"), reason };

function ended({ owner, collaborator, part, accepted: ran, by }: Told, to: "owner" | "collaborator"): MailContent | undefined {
  const [other, who] = [to === "owner" ? collaborator : owner, by === to ? "You" : to === "owner" ? collaborator : owner];
  if (ran) return { subject: `The split with ${other} has ended`, paragraphs: [`${who} ended it. What is sold from now on is not shared; what was sold before stays shared, ${part} of it.`], action: action("See your splits"), reason };
  // An offer that was taken back is over before it was answered: nobody is written to about nothing.
  return by === "owner" ? undefined : { subject: `${to === "owner" ? `${collaborator} declined` : "You declined"} ${part}`, paragraphs: [`${who} declined the offer to share ${part} of what ${to === "owner" ? "your page" : owner} earns. Nothing was shared.`], action: action("See your splits"), reason };
}

export const subscribers = [
  on("split.proposed", "tell-of-offer", ({ ctx, payload, eventId }) => tell(ctx, payload.splitId, { category: "split-proposed", reference: eventId, write: proposed })),
  on("split.accepted", "tell-both", ({ ctx, payload, eventId }) => tell(ctx, payload.splitId, { category: "split-accepted", reference: eventId, write: accepted })),
  on("split.ended", "tell-both", ({ ctx, payload, eventId }) => tell(ctx, payload.splitId, { category: "split-ended", reference: eventId, write: ended })),
];
