import { describe, expect, it } from "vitest";
import { projectFiles, read } from "./support/files";

/** Each is bounded by something else than a `take`; what, stands here. */
const boundedOtherwise: Record<string, string> = {
  "lib/content/posts/check-parts.ts": "a post has at most twelve files (lib/content/posts/schema.ts)",
  "lib/content/posts/publish-post.ts": "a post has at most twelve files",
  "lib/content/posts/queries.ts": "a post has at most twelve files; the tiers of the posts of one page",
};

/** The arguments of each call of a name, as they are written. */
function callsOf(name: string, text: string): string[] {
  return [...text.matchAll(new RegExp(`\\.${name}\\(`, "gu"))].map(({ index, 0: call }) => {
    let depth = 1;
    let at = index + call.length;
    for (; depth > 0 && at < text.length; at += 1) depth += text[at] === "(" ? 1 : text[at] === ")" ? -1 : 0;
    return text.slice(index + call.length, at - 1);
  });
}

const unbounded = (text: string): string[] => callsOf("findMany", text).filter((call) => !/\btake\b/u.test(call));
const sources = [...projectFiles("lib"), ...projectFiles("app")].filter((file) => /\.tsx?$/u.test(file));

describe("what is read at once", () => {
  it("has an end: every findMany says how many at most, or why it needs not", () => {
    const without = sources.filter((file) => unbounded(read(file)).length > 0);
    expect(without.sort()).toEqual(Object.keys(boundedOtherwise).sort());
  });

  it("is never groups without an end: groupBy says how many at most", () => {
    expect(sources.filter((file) => callsOf("groupBy", read(file)).some((call) => call.includes("where") && !/\btake\b/u.test(call)))).toEqual([]);
  });

  it("is deleted in portions: deleteMany names rows or one owner, never all that is older than a day", () => {
    expect(sources.filter((file) => callsOf("deleteMany", read(file)).some((call) => /\blt\b/u.test(call)))).toEqual([]);
  });

  it("would be noticed here", () => {
    expect(unbounded("db.post.findMany({ where: { creatorId: of(one) } }); db.post.findMany({ take: 5 })")).toEqual(["{ where: { creatorId: of(one) } }"]);
  });
});
