import type { DisputesRail, Evidence } from "@/lib/commerce/rails";
import type { Context } from "@/lib/platform/db";
import type { DisputeModel } from "@/lib/platform/db/generated/models";
import { files } from "../rules";
import { readEvidenceFile } from "./read-file";

const places = ["customer_communication", "service_documentation"] as const;

/** Hands a creator's files on to the bank, in the fields that take files. One that is gone from storage is left out. */
export async function uploadAdditions(ctx: Context, rail: DisputesRail, dispute: DisputeModel): Promise<Evidence> {
  const rows = await ctx.db.disputeAddition.findMany({ where: { disputeId: dispute.id, readyAt: { not: null }, fileKey: { not: null } }, orderBy: { createdAt: "asc" }, take: files.most });
  const evidence: Evidence = {};
  for (const [index, { fileKey, fileName, contentType }] of rows.entries()) {
    const place = places[index];
    const bytes = await readEvidenceFile(fileKey ?? "");
    if (place && bytes) evidence[place] = await rail.uploadEvidence({ name: fileName ?? "file", contentType: contentType ?? "application/pdf", bytes });
  }
  return evidence;
}
