import { random } from "./art/random";
import { world, type WorldFan, type WorldMembership } from "./world";

const given = "Ada Bo Cleo Dov Edie Fay Gil Hal Ines Jun Kofi Lina Milo Nell Otto Pia Quill Rafa Suki Theo Uma Vik Wanda Xan Yara Zeno".split(" ");
const family = "Alderby Brackwater Corvane Dunmarsh Eskhollow Farrowby Gantry Hollis Inkpen Jessup Kestle Larkmoor Merrowin Norwick Ostrey Pellham Quennell Rushmere Saltby Thornley Underhay Venning Wexcombe Yarrow".split(" ");

/** Fans who only make up the numbers: invented names, each paying one to three creators for a while. The same every time. */
export function inventCrowd(size: number): WorldFan[] {
  const draw = random(7_041);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  return Array.from({ length: size }, (_, index) => {
    const name = `${pick(given)} ${pick(family)}`;
    const handle = `${name.toLowerCase().replace(/[^a-z]+/gu, ".")}.${index + 1}`;
    const chosen = new Map<string, WorldMembership>();
    // The first pages are the older ones: more people have found them.
    for (let left = 1 + Math.floor(draw() * 2.4); left > 0; left -= 1) {
      const creator = world.creators[Math.floor(draw() ** 1.6 * world.creators.length)];
      const tier = creator && pick(creator.tiers);
      if (!creator || !tier) continue;
      const generous = draw() < 0.25 ? 100 * Math.ceil(draw() * 5) : 0;
      const opened = Math.max(...creator.posts.map((post) => post.daysAgo));
      chosen.set(creator.handle, { creator: creator.handle, tier: tier.name, amountMinor: tier.priceMinor + generous, sinceDaysAgo: Math.max(1, Math.floor(draw() ** 1.5 * Math.min(opened, 300))) });
    }
    return { handle, name, email: `${handle}@directfanz.test`, follows: [...chosen.keys()], pays: [...chosen.values()] };
  });
}
