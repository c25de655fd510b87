import { z } from "zod";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";
import { kinds } from "./rules";

const altText = oneLine({ most: 500 });

export const requestUploadInput = z
  .object({
    kind: z.enum(["picture", "audio"]),
    fileName: z.string().trim().min(1).max(200).describe("As the person knows it; shown to them only."),
    contentType: z.string().trim().toLowerCase().max(100),
    bytes: z.number().int().positive("This file is empty."),
    altText: altText.default("").describe("What a picture shows, for those who cannot see it."),
  })
  .superRefine(({ kind, contentType, bytes }, check) => {
    const rule = kinds[kind];
    if (!(rule.types as readonly string[]).includes(contentType)) check.addIssue({ code: "custom", path: ["contentType"], message: `We take ${rule.words}.` });
    if (bytes > rule.mostBytes) check.addIssue({ code: "custom", path: ["bytes"], message: `This file is too large. We take ${rule.words}.` });
  });
export type RequestUploadInput = z.infer<typeof requestUploadInput>;

export const describeMediaInput = z.object({ altText: altText.describe("What the picture shows, for those who cannot see it; empty: nothing.") });
export type DescribeMediaInput = z.infer<typeof describeMediaInput>;

export const mediaOutput = z.object({
  id: id("media"),
  kind: z.enum(["picture", "audio"]),
  state: z.enum(["awaiting_upload", "processing", "ready", "refused"]),
  fileName: z.string(),
  altText: z.string(),
  refusedReason: z.string().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
});
export type MediaView = z.infer<typeof mediaOutput>;

export const uploadOutput = z.object({
  media: mediaOutput,
  upload: z.object({ url: z.string(), method: z.literal("PUT"), headers: z.record(z.string(), z.string()), expiresAt: z.iso.datetime() }).describe("PUT exactly the announced bytes there, then report it with POST /media/{id}/completion."),
});

export const rendition = z.enum(["blur", "w320", "w640", "w1280", "w1920", "stream"]);
