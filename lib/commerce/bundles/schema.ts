import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency, priceAmount } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";
import { fewestPosts, mostPosts } from "./rules";

const title = oneLine({ most: 100, empty: "Give it a name.", tooLong: "Use at most 100 characters." });
const words = z.string().transform((text) => text.normalize("NFC").trim()).pipe(z.string().max(2_000, "Use at most 2,000 characters."));
const postIds = z
  .array(id("post"))
  .min(fewestPosts, `A bundle has ${fewestPosts} posts or more.`)
  .max(mostPosts, `A bundle has ${mostPosts} posts at most.`)
  .refine((ids) => new Set(ids).size === ids.length, "A post is in a bundle once.");

export const createBundleInput = z.object({
  title,
  words: words.default(""),
  price: priceAmount.describe("For all of it, in cents; not more than its posts cost apart."),
  currency: currency.default("usd"),
  postIds: postIds.describe("Posts of yours that are for sale, in the order in which they are shown."),
});
export type CreateBundleInput = z.infer<typeof createBundleInput>;

export const updateBundleInput = z.object({ title: title.optional(), words: words.optional(), price: priceAmount.optional(), postIds: postIds.optional().describe("Holds for those who buy it from now on.") });
export type UpdateBundleInput = z.infer<typeof updateBundleInput>;

const cents = z.number().int();
export const bundlePostOutput = z.object({ id: id("post"), title: z.string(), kind: z.enum(["text", "picture", "audio"]), price: cents.describe("What it costs apart."), yours: z.boolean().describe("The caller has it already.") });

export const bundleOutput = z.object({
  id: id("bundle"),
  creator: z.object({ id: id("creator"), handle: z.string(), name: z.string() }),
  title: z.string(),
  words: z.string(),
  price: cents,
  currency,
  apart: cents.describe("What its posts cost apart, added up now."),
  archived: z.boolean(),
  forSale: z.boolean().describe("It can be bought now."),
  posts: z.array(bundlePostOutput).describe("Those of its posts that are for sale now."),
});
export type BundleView = z.infer<typeof bundleOutput>;
