import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { currency } from "@/lib/platform/money";
import { oneLine } from "@/lib/platform/text";

const title = oneLine({ most: 140 });
const body = z.string().transform((text) => text.normalize("NFC").trim()).pipe(z.string().max(20_000, "Use at most 20,000 characters."));
const audience = z.enum(["public", "followers", "tier"]);
const mediaIds = z.array(id("media")).max(12, "Use at most 12 files in a post.");

const needsTier = (value: { audience?: string | undefined; tierId?: string | null | undefined }): boolean => value.audience === undefined || (value.audience === "tier") === Boolean(value.tierId);
const tierMessage = { path: ["tierId"], message: "Choose the tier this is for." };

export const createPostInput = z
  .object({ title: title.default(""), body: body.default(""), audience: audience.default("public"), tierId: id("tier").nullable().default(null).describe('The tier it is for, when the audience is "tier": that tier and those above.'), mediaIds: mediaIds.default([]) })
  .refine(needsTier, tierMessage);
export type CreatePostInput = z.infer<typeof createPostInput>;

export const updatePostInput = z
  .object({ title: title.optional(), body: body.optional(), audience: audience.optional(), tierId: id("tier").nullable().optional(), mediaIds: mediaIds.optional(), pinned: z.boolean().optional() })
  .refine(needsTier, tierMessage);
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
  locked: z
    .object({ reason: z.enum(["followers", "tier"]), tier: z.object({ id: id("tier"), name: z.string(), minAmount: z.number().int(), currency }).nullable(), member: z.boolean().describe("The caller is in a lower tier; another can be joined when that membership has ended.") })
    .nullable()
    .describe("What would open it; null when the caller sees all of it."),
  publishedAt: z.iso.datetime().nullable(),
  status: z.enum(["draft", "in_review", "scheduled", "published"]),
  pinned: z.boolean(),
  media: z.array(postMedia).describe('Locked: only kind and shape are told, and only the rendition "blur" can be fetched.'),
});
export type Post = z.infer<typeof postOutput>;
