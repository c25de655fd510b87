import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alsoOf, studioItems, taxItem } from "../../app/_ui/shell/nav-items";
import { standsOn } from "../../app/_ui/shell/stands-on";

const rooms = readdirSync("app/(studio)/studio/(desk)", { withFileTypes: true }).filter((one) => one.isDirectory() && !one.name.startsWith("_")).map(({ name }) => `/studio/${name}`);
/** What is marked in a bar of these items to somebody who stands in a room. */
const markedIn = (items: typeof studioItems, room: string) => items.filter(({ href, exact, also }) => standsOn(room, { href, exact, also: alsoOf(also, items) })).map(({ label }) => label);

describe("the studio's bars", () => {
  it("mark one item in every room of the studio", () => {
    expect(rooms.length).toBeGreaterThan(8);
    for (const items of [studioItems, [...studioItems, taxItem]]) expect(rooms.flatMap((room) => [room, `${room}/one`]).filter((path) => markedIn(items, path).length !== 1)).toEqual([]);
  });
  it("mark the first page on itself alone, and nothing for an address that only begins alike", () => {
    expect([markedIn(studioItems, "/studio"), markedIn(studioItems, "/studio/postscript"), markedIn(studioItems, "/studio/payouts-of-others")]).toEqual([["Studio"], [], []]);
  });
  it("mark Money for tax where tax has no item of its own", () => {
    expect([markedIn(studioItems, "/studio/tax"), markedIn([...studioItems, taxItem], "/studio/tax")]).toEqual([["Money"], ["Tax"]]);
  });
});
