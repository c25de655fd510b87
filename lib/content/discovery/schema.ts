import { z } from "zod";
import { creatorCardOutput } from "@/lib/content/creators";
import { postOutput } from "@/lib/content/posts";

export const discoverQuery = z.object({
  limit: z.coerce.number().int().min(1).max(60).default(24),
  cursor: z.string().max(200).optional(),
  genre: z.string().trim().toLowerCase().max(30).optional(),
  sort: z.enum(["new", "members"]).default("new"),
});
export type DiscoverQuery = z.infer<typeof discoverQuery>;

export const searchQuery = z.object({ q: z.string().trim().min(2, "Type at least two letters.").max(100, "Use at most 100 characters."), limit: z.coerce.number().int().min(1).max(50).default(20) });
export type SearchQuery = z.infer<typeof searchQuery>;

export const searchOutput = z.object({ creators: z.array(creatorCardOutput), posts: z.array(postOutput) });
export type SearchResult = z.infer<typeof searchOutput>;
