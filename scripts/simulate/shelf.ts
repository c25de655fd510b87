import { POST as makeBundle } from "@/app/api/v1/bundles/route";
import { POST as publish } from "@/app/api/v1/posts/[postId]/publication/route";
import { POST as makePost } from "@/app/api/v1/posts/route";
import { POST as makeCode } from "@/app/api/v1/promotions/route";
import { PUT as accept } from "@/app/api/v1/splits/[splitId]/acceptance/route";
import { DELETE as endSplit } from "@/app/api/v1/splits/[splitId]/route";
import { POST as offer } from "@/app/api/v1/splits/route";
import { drain } from "@/lib/platform/jobs";
import { type Api, must } from "./api";
import type { Maker } from "./types";

/** Posts with a price, some of them together for less, and a code. */
export async function fillShelf(api: Api, maker: Maker): Promise<void> {
  const { random, shelf } = maker;
  for (let left = random.between(0, 4); left > 0; left--) {
    const price = random.between(1, 15) * 100;
    const post = await must(api.ask("write a post", makePost, { as: maker, body: { title: `Song ${left}`, body: "One line\nTwo lines\nThe rest is for who bought it", audience: "paid", price } }));
    await must(api.ask("publish a post", publish, { as: maker, params: { postId: String(post.id) }, body: {} }));
    shelf.posts.push({ id: String(post.id), price });
  }
  await drain();
  if (shelf.posts.length >= 2 && random.chance(0.6)) {
    const apart = shelf.posts.reduce((sum, { price }) => sum + price, 0);
    const price = Math.max(100, Math.round(apart * 0.7));
    const bundle = await must(api.ask("make a bundle", makeBundle, { as: maker, body: { title: "All of it", price, postIds: shelf.posts.map(({ id }) => id) } }));
    shelf.bundles.push({ id: String(bundle.id), price });
  }
  if (!random.chance(0.4)) return;
  const terms = random.pick([{ percentOff: 20, duration: "months", months: 3 }, { amountOff: 100, duration: "once" }, { percentOff: 100, duration: "once", mostRedemptions: 5 }, { percentOff: 33, duration: "forever" }]);
  await must(api.ask("make a code", makeCode, { as: maker, body: { code: "SPRING", ...terms } }));
  shelf.codes.push("SPRING");
}

/** One page in eight is made with somebody, who has a part of it. */
export async function share(api: Api, makers: readonly Maker[]): Promise<void> {
  for (const maker of makers) {
    const other = maker.random.pick(makers);
    const [wants, shareBps] = [maker.random.chance(0.13), maker.random.between(1, 4_999)];
    if (!wants || other === maker) continue;
    const split = await api.ask("offer a share", offer, { as: maker, body: { handle: other.handle, shareBps } });
    if (split.status !== 201) continue;
    await api.ask("accept a share", accept, { as: other, params: { splitId: String(split.body.id) }, method: "PUT" });
    maker.shelf.splits.push(String(split.body.id));
  }
}

/** Now and then the two part. */
export async function part(api: Api, maker: Maker): Promise<void> {
  const splitId = maker.shelf.splits.pop();
  if (splitId !== undefined) await api.ask("end a share", endSplit, { as: maker, params: { splitId }, method: "DELETE" });
}
