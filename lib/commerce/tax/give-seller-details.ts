import { audit } from "@/lib/platform/audit";
import type { Verb } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { seal } from "@/lib/platform/sealing";
import { sealed } from "./columns";
import type { SellerDetailsInput } from "./schema";
import { filer } from "./submit-form";
import { lastFour } from "./tin";

/** What DAC7 asks of a seller, as it lies sealed. */
export type SellerIdentity = Omit<SellerDetailsInput, "vatId">;

/** Takes what DAC7 asks of a creator in the European Union, as the newest of its kind. @throws Forbidden for who has no page */
export async function giveSellerDetails({ ctx, input }: Verb<SellerDetailsInput>): Promise<void> {
  const { userId } = filer(ctx);
  const id = newId("sellerDetails");
  const { vatId, ...identity } = input;
  const row = {
    id,
    userId,
    country: input.country,
    tinLast4: lastFour(input.tin),
    vatLast4: vatId ? lastFour(vatId) : null,
    vatSealed: vatId ? await seal(sealed.vat, id, vatId) : null,
    detailsSealed: await seal(sealed.seller, id, JSON.stringify(identity satisfies SellerIdentity)),
    givenAt: ctx.now,
  };
  await ctx.transaction(async (tx) => {
    await tx.sellerDetails.create({ data: row });
    audit(tx, ctx, "tax-seller-details.given", { subject: userId, detailsId: id, country: input.country });
  });
}
