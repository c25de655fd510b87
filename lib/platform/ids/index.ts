import { monotonicFactory } from "ulid";
import { z } from "zod";

/** Every kind of row that has a name in the outside world, and the letters its ids begin with. */
export const prefixes = {
  user: "usr",
  session: "ses",
  token: "tok",
  restriction: "rst",
  creator: "crt",
  tier: "tir",
  media: "med",
  post: "pst",
  grant: "grt",
  feeSchedule: "fee",
  checkout: "chk",
  subscription: "sbn",
  overdue: "ovd",
  cardUpdate: "cup",
  subscriptionChange: "chg",
  pause: "pse",
  withdrawal: "wdr",
  sale: "sal",
  refund: "rfn",
  payout: "pyt",
  payoutHold: "phd",
  dispute: "dsp",
  disputeAddition: "dad",
  fraudWarning: "fwn",
  buyerBlock: "blk",
  reconciliation: "rec",
  order: "ord",
  postGrant: "pgr",
  bundle: "bnd",
  promotion: "prm",
  split: "spl",
  ledgerAccount: "lac",
  ledgerTransaction: "ltx",
  ledgerEntry: "len",
  audit: "aud",
  event: "evn",
  cronRun: "crn",
  request: "req",
  dataKey: "dky",
  taxForm: "txf",
  taxConsent: "txc",
  tinMatch: "tnm",
  sellerDetails: "sld",
  taxDocument: "tdc",
  taxReview: "trv",
} as const;

export type IdKind = keyof typeof prefixes;
declare const kindOfId: unique symbol;
/** An id of one kind; the compiler keeps a post's id out of a place for a tier's. */
export type Id<K extends IdKind> = string & { readonly [kindOfId]: K };
export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type CreatorId = Id<"creator">;
export type TierId = Id<"tier">;
export type MediaId = Id<"media">;
export type PostId = Id<"post">;
export type CheckoutId = Id<"checkout">;
export type SubscriptionId = Id<"subscription">;
export type CardUpdateId = Id<"cardUpdate">;
export type SubscriptionChangeId = Id<"subscriptionChange">;
export type SaleId = Id<"sale">;
export type OrderId = Id<"order">;
export type BundleId = Id<"bundle">;
export type SplitId = Id<"split">;
export type PromotionId = Id<"promotion">;
export type RefundId = Id<"refund">;
export type PayoutId = Id<"payout">;
export type PayoutHoldId = Id<"payoutHold">;
export type DisputeId = Id<"dispute">;
export type DisputeAdditionId = Id<"disputeAddition">;
export type BuyerBlockId = Id<"buyerBlock">;

const ulid = monotonicFactory();

/** A new id, e.g. `pst_01J…`: sortable by time of birth, 80 random bits. */
export function newId<K extends IdKind>(kind: K): Id<K> {
  return `${prefixes[kind]}_${ulid()}` as Id<K>;
}

const body = "[0-9A-HJKMNP-TV-Z]{26}";

/** A Zod schema for an id of one kind; anything else is a clear 400. At run time a plain string, so that documents can show it. */
export function id<K extends IdKind>(kind: K): z.ZodType<Id<K>, string> {
  const schema = z
    .string()
    .regex(new RegExp(`^${prefixes[kind]}_${body}$`), `Not a ${kind} id.`)
    .meta({ example: `${prefixes[kind]}_01JD2C6N8Q4T9V3X5Z7B1D2F3G` });
  return schema as unknown as z.ZodType<Id<K>, string>;
}

/** For rows that come from the database, where the kind is known from the column. */
export function asId<K extends IdKind>(_kind: K, value: string): Id<K> {
  return value as Id<K>;
}
