import { config } from "@/lib/platform/config";
import { type Database, Prisma } from "@/lib/platform/db";
import { newId } from "@/lib/platform/ids";
import { seal, unseal } from "@/lib/platform/sealing";
import type { TaxDocumentModel, TaxFormModel } from "@/lib/platform/db/generated/models";
import { sealed } from "./columns";
import { yearBounds } from "./dates";
import { decideDocuments, type Decided, type ReviewReason } from "./decide";
import { figuresOf, type RewardSource, type YearFigures } from "./figures";
import { type DocumentPayload, nobodyKnown, payloadOf, recipientOf, withSeller } from "./payload";

export interface CreatorRow {
  id: string;
  userId: string;
}
export interface Draft {
  creator: CreatorRow;
  decided: Decided;
  payload: DocumentPayload;
}
export interface Batch {
  drafts: Draft[];
  reviews: { creatorId: string; reason: ReviewReason }[];
}

interface SellerRow {
  id: string;
  userId: string;
  country: string;
  vatSealed: string | null;
  detailsSealed: string;
}

/** What a batch of creators is to get for a year, from the books and the newest papers. Writes nothing. Five statements. */
export async function draftBatch(db: Database, creators: CreatorRow[], year: number, rewards?: RewardSource): Promise<Batch> {
  const batch: Batch = { drafts: [], reviews: [] };
  if (creators.length === 0) return batch;
  const userIds = creators.map((creator) => creator.userId);
  const figures = await figuresOf(db, creators.map((creator) => creator.id), year, rewards);
  const forms = await db.$queryRaw<TaxFormModel[]>`SELECT DISTINCT ON ("userId") * FROM "TaxForm" WHERE "userId" IN (${Prisma.join(userIds)}) ORDER BY "userId", "signedAt" DESC, id DESC`;
  const sellers = await db.$queryRaw<SellerRow[]>`SELECT DISTINCT ON ("userId") id, "userId", country, "vatSealed", "detailsSealed" FROM "SellerDetails" WHERE "userId" IN (${Prisma.join(userIds)}) ORDER BY "userId", "givenAt" DESC, id DESC`;
  for (const creator of creators) {
    const [form, seller, own] = [forms.find((one) => one.userId === creator.userId), sellers.find((one) => one.userId === creator.userId), figures.get(creator.id)];
    if (own) await draftOne(batch, { creator, year, figures: own, form, seller });
  }
  return batch;
}

async function draftOne(batch: Batch, { creator, year, figures, form, seller }: { creator: CreatorRow; year: number; figures: YearFigures; form: TaxFormModel | undefined; seller: SellerRow | undefined }): Promise<void> {
  const { to } = yearBounds(year);
  const papers = form && { kind: form.kind, country: form.country, state: form.state, valid: form.validUntil === null || form.validUntil >= new Date(to.getTime() - 1) };
  const { documents, reviews } = decideDocuments({ year, formForSales: config().TAX_FORM_FOR_SALES, figures, papers, sellerCountry: seller?.country });
  batch.reviews.push(...reviews.map((reason) => ({ creatorId: creator.id, reason })));
  for (const decided of documents) {
    const recipient = form ? await recipientOf(form) : nobodyKnown;
    const plain = payloadOf(decided, { year, creatorId: creator.id, figures, recipient });
    batch.drafts.push({ creator, decided, payload: decided.form === "DAC7" && seller ? await withSeller(plain, seller, figures) : plain });
  }
}

/** A draft as a row. */
export async function toRow({ creator, decided, payload }: Draft, { year, correction = 0, voided = false, id = newId("taxDocument") }: { year: number; correction?: number; voided?: boolean; id?: string }) {
  return {
    id,
    year,
    creatorId: creator.id,
    userId: creator.userId,
    form: decided.form,
    correction,
    voided,
    currency: "usd",
    gross: BigInt(decided.gross),
    withheldAmount: BigInt(decided.withheld),
    payments: decided.payments,
    federal: decided.federal,
    stateFiled: decided.stateFiled,
    missingTin: payload.recipient.tin === "",
    payloadSealed: await seal(sealed.document, id, JSON.stringify(payload)),
  };
}

/** A document of the table, opened. */
export async function openDocument(row: Pick<TaxDocumentModel, "id" | "payloadSealed">): Promise<DocumentPayload> {
  return JSON.parse(await unseal(sealed.document, row.id, row.payloadSealed)) as DocumentPayload;
}

/** Whether a row says other than what the books and papers say now. */
export async function differs(row: Pick<TaxDocumentModel, "id" | "payloadSealed">, payload: DocumentPayload): Promise<boolean> {
  return JSON.stringify(await openDocument(row)) !== JSON.stringify(payload);
}
