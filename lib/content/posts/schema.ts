import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, formatMoney, maximumAmount } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";
import { leastPrice } from "./rules";

const title = oneLine({ most: 140 });
const body = z.string().transform((text) => text.normalize("NFC").trim()).pipe(z.string().max(20_000, "Use at most 20,000 characters."));
const audience = z.enum(["public", "followers", "tier", "paid"]);
const mediaIds = z.array(id("media")).max(12, "Use at most 12 files in a post.");
const price = z.number("Give an amount in cents.").int("Cents are whole numbers.").min(leastPrice, `A post costs ${formatMoney({ amount: leastPrice, currency: "usd" })} or more.`).max(maximumAmount, `A post costs ${formatMoney({ amount: maximumAmount, currency: "usd" })} at most.`);

const tierId = id("tier").nullable().describe('The tier it is for, when the audience is "tier": that tier and those above.');
const sold = {
  price: price.nullable().optional().describe('What it costs, in cents, when the audience is "paid": $1.00 or more. Whoever is paying at this moment pays what they were shown.'),
  currency: currency.nullable().optional().describe("US dollars, which is what is left out."),
  includedFromTierId: id("tier").nullable().optional().describe('When the audience is "paid": members of this tier and those above have it included. Null: everybody buys it.'),
};

type Said = { audience?: string | undefined; tierId?: string | null | undefined; price?: number | null | undefined; includedFromTierId?: string | null | undefined };
/** Who it is for and what that asks for are said together. */
function checkAudience(value: Said, check: z.core.$RefinementCtx<Said>): void {
  const complain = (path: string, message: string): void => check.addIssue({ code: "custom", path: [path], message });
  if (value.audience === undefined) return;
  if ((value.audience === "tier") !== Boolean(value.tierId)) complain("tierId", "Choose the tier this is for.");
  if (value.audience === "paid" && (value.price ?? null) === null) complain("price", "Say what it costs.");
  if (value.audience !== "paid" && value.price) complain("price", "Only a post for those who buy it has a price.");
  if (value.audience !== "paid" && value.includedFromTierId) complain("includedFromTierId", "Only a post with a price is included in a tier.");
}

export const createPostInput = z
  .object({ title: title.default(""), body: body.default(""), audience: audience.default("public"), tierId: tierId.default(null), ...sold, mediaIds: mediaIds.default([]) })
  .superRefine(checkAudience);
export type CreatePostInput = z.infer<typeof createPostInput>;

export const updatePostInput = z
  .object({ title: title.optional(), body: body.optional(), audience: audience.optional(), tierId: tierId.optional(), ...sold, mediaIds: mediaIds.optional(), pinned: z.boolean().optional() })
  .superRefine(checkAudience);
export type UpdatePostInput = z.infer<typeof updatePostInput>;

export const publishPostInput = z.object({ publishAt: z.iso.datetime().optional().describe("When to publish, UTC. Absent: now.") });

const postMedia = z.object({
  id: id("media"),
  kind: z.enum(["picture", "audio"]),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  peaks: z.array(z.number().int()).describe("Loudness of 120 equal parts, 0 to 100; empty when locked."),
  altText: z.string(),
});

export const postOutput = z.object({
  id: id("post"),
  creator: z.object({ id: id("creator"), handle: z.string(), name: z.string(), artMediaId: id("media").nullable(), accent: z.string().nullable() }),
  kind: z.enum(["text", "picture", "audio"]),
  title: z.string(),
  body: z.string().nullable().describe("All of the words; null when locked."),
  teaser: z.string().describe("The first lines, which everyone may read."),
  audience,
  price: z.object({ amount: z.number().int(), currency }).nullable().describe("What it costs, of one that is for those who buy it."),
  bought: z.boolean().describe("The caller has bought it: it is theirs, whomever it is for by now."),
  locked: z
    .object({ reason: z.enum(["followers", "tier", "paid"]).describe('"paid": buying it opens it, and so does the tier, where one includes it.'), tier: z.object({ id: id("tier"), name: z.string(), minAmount: z.number().int(), currency }).nullable(), member: z.boolean().describe("The caller is in a lower tier; another can be joined when that membership has ended.") })
    .nullable()
    .describe("What would open it; null when the caller sees all of it."),
  publishedAt: z.iso.datetime().nullable(),
  status: z.enum(["draft", "in_review", "scheduled", "published"]),
  pinned: z.boolean(),
  media: z.array(postMedia).describe('Locked: only kind and shape are told, and only the rendition "blur" can be fetched.'),
});
export type Post = z.infer<typeof postOutput>;

export const boughtPostOutput = z.object({
  id: id("post"),
  title: z.string(),
  kind: z.enum(["text", "picture", "audio"]),
  creator: z.object({ handle: z.string(), name: z.string() }),
  boughtAt: z.iso.datetime(),
  there: z.boolean().describe("It can be opened now. False for the moment in which files that were added to it are checked, or while its page is closed."),
});
export type BoughtPost = z.infer<typeof boughtPostOutput>;
