import { audit } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Context, Tx, Verb } from "@/lib/platform/db";
import type { DisputeAdditionModel, DisputeModel } from "@/lib/platform/db/generated/models";
import { NotFound, Unauthenticated } from "@/lib/platform/errors";
import { asId, type DisputeAdditionId, type DisputeId, newId, type UserId } from "@/lib/platform/ids";
import { authorize } from "@/lib/platform/policy";
import { deleteObject, presignPut } from "@/lib/platform/storage";
import { EnoughAdded, FileNotThere, FileRefused, TooLateToAdd } from "./errors";
import { readEvidenceFile, typeOf } from "./evidence/read-file";
import { canAddEvidence } from "./policy";
import { files, mostAdditions } from "./rules";
import type { AdditionView, EvidenceFileInput, EvidenceTextInput } from "./schema";
import { awaitsAnswer, type Stage } from "./stages";

export const toAddition = (row: DisputeAdditionModel): AdditionView => ({ id: asId("disputeAddition", row.id), text: row.text, fileName: row.fileName, ready: row.readyAt !== null, createdAt: row.createdAt.toISOString() });

/** Whether the creator can still add. */
export const canAddTo = (dispute: Pick<DisputeModel, "stage" | "decision" | "answerBy">, now: Date): boolean => awaitsAnswer(dispute.stage as Stage) && dispute.decision === null && dispute.answerBy > now;

/** The dispute, locked, if it is theirs and takes more. @throws NotFound, TooLateToAdd, EnoughAdded */
async function openForAdding(tx: Tx, ctx: Context, disputeId: DisputeId): Promise<{ userId: UserId; additions: DisputeAdditionModel[] }> {
  await tx.$queryRaw`SELECT id FROM "Dispute" WHERE id = ${disputeId} FOR UPDATE`;
  const dispute = await tx.dispute.findUnique({ where: { id: disputeId } });
  authorize(canAddEvidence(ctx.actor, dispute), "dispute");
  if (ctx.actor.kind !== "user") throw new Unauthenticated();
  if (!dispute || !canAddTo(dispute, ctx.now)) throw new TooLateToAdd();
  const additions = await tx.disputeAddition.findMany({ where: { disputeId }, take: mostAdditions });
  if (additions.length >= mostAdditions) throw new EnoughAdded(`${mostAdditions} additions`);
  return { userId: ctx.actor.userId, additions };
}

/** A creator says in words what happened. @throws NotFound, TooLateToAdd, EnoughAdded */
export async function addEvidenceText({ ctx, input }: Verb<EvidenceTextInput & { disputeId: DisputeId }>): Promise<AdditionView> {
  return ctx.transaction(async (tx) => {
    const { userId } = await openForAdding(tx, ctx, input.disputeId);
    const row = await tx.disputeAddition.create({ data: { id: newId("disputeAddition"), disputeId: input.disputeId, byUserId: userId, text: input.text, readyAt: ctx.now, createdAt: ctx.now } });
    audit(tx, ctx, "dispute.evidence-added", { subject: input.disputeId, additionId: row.id });
    return toAddition(row);
  });
}

/** Announces a file and gives the address to PUT it to, from which nothing is served. @throws NotFound, TooLateToAdd, EnoughAdded, NotConfigured */
export async function announceEvidenceFile({ ctx, input }: Verb<EvidenceFileInput & { disputeId: DisputeId }>): Promise<{ addition: AdditionView; upload: { url: string; method: "PUT"; headers: Record<string, string>; expiresAt: string } }> {
  const { disputeId, fileName, contentType, bytes } = input;
  const id = newId("disputeAddition");
  const fileKey = `disputes/${disputeId}/${id}`;
  const url = await presignPut(fileKey, { contentType, bytes, seconds: files.uploadSeconds });
  return ctx.transaction(async (tx) => {
    const { userId, additions } = await openForAdding(tx, ctx, disputeId);
    // One that never came counts until its address has died.
    const taken = additions.filter((one) => one.fileKey !== null && (one.readyAt !== null || later(one.createdAt, files.uploadSeconds * 1_000) > ctx.now));
    if (taken.length >= files.most) throw new EnoughAdded(`${files.most} files of a creator`);
    const row = await tx.disputeAddition.create({ data: { id, disputeId, byUserId: userId, fileKey, fileName, contentType, bytes, createdAt: ctx.now } });
    return { addition: toAddition(row), upload: { url, method: "PUT" as const, headers: { "content-type": contentType }, expiresAt: later(ctx.now, files.uploadSeconds * 1_000).toISOString() } };
  });
}

/** The file has been sent: it is looked at and counts from now on. Repeating it changes nothing. @throws NotFound, TooLateToAdd, FileNotThere, FileRefused */
export async function completeEvidenceFile({ ctx, input }: Verb<{ disputeId: DisputeId; additionId: DisputeAdditionId }>): Promise<AdditionView> {
  const row = await ctx.db.disputeAddition.findUnique({ where: { id: input.additionId }, include: { dispute: true } });
  authorize(canAddEvidence(ctx.actor, row?.disputeId === input.disputeId ? row.dispute : null), "file");
  if (!row?.fileKey) throw new NotFound("file");
  if (row.readyAt) return toAddition(row);
  const bytes = await readEvidenceFile(row.fileKey);
  if (!bytes) throw new FileNotThere();
  if (typeOf(bytes) !== row.contentType) {
    await deleteObject(row.fileKey);
    throw new FileRefused("This is not what its name says: send a PDF, a JPEG or a PNG.");
  }
  return ctx.transaction(async (tx) => {
    await openForAdding(tx, ctx, input.disputeId);
    const ready = await tx.disputeAddition.update({ where: { id: row.id }, data: { readyAt: ctx.now, bytes: bytes.length } });
    audit(tx, ctx, "dispute.evidence-added", { subject: input.disputeId, additionId: row.id, bytes: bytes.length });
    return toAddition(ready);
  });
}
