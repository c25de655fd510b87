import { createBundle } from "@/lib/commerce/bundles";
import { makePromotion } from "@/lib/commerce/promotions";
import { acceptSplit, proposeSplit } from "@/lib/commerce/splits";
import { openCreatorPage, updateCreator } from "@/lib/content/creators";
import { clearPost, createPost, publishPost, updatePost } from "@/lib/content/posts";
import type { CreatePostInput } from "@/lib/content/posts/schema";
import { createTier, type Tier } from "@/lib/content/tiers";
import { days, later, now } from "@/lib/platform/clock";
import { createContext, system } from "@/lib/platform/db";
import { asId, type BundleId, type CreatorId, type MediaId, type PostId } from "@/lib/platform/ids";
import { drawFor, singFor, uploadAs } from "./make-media";
import type { SeedPerson } from "./register-people";
import type { world as World, WorldBundle, WorldCreator, WorldPost } from "./world";

export interface SeedPage {
  creatorId: CreatorId;
  tiers: Tier[];
  /** By their titles. */
  posts: Map<string, PostId>;
  bundles: Map<string, BundleId>;
}

/** Opens every creator's page with its art, tiers and posts, through the verbs they would use themselves. */
export async function openPages(world: typeof World, people: Map<string, SeedPerson>, say: (text: string) => void): Promise<Map<string, SeedPage>> {
  const pages = new Map<string, SeedPage>();
  const waiting = [...world.creators];
  // Two at a time: drawing and encoding keep a core busy each.
  await Promise.all(
    [0, 1].map(async () => {
      for (let creator = waiting.shift(); creator; creator = waiting.shift()) {
        const owner = people.get(`${creator.handle}@directfanz.test`);
        if (owner) pages.set(creator.handle, await openPage(creator, owner));
        say(`  ${creator.name}`);
      }
    }),
  );
  for (const creator of world.creators) await shareOf(creator, people);
  return pages;
}

/** Offers what they share, and has it accepted. */
async function shareOf({ handle, splits = [] }: WorldCreator, people: Map<string, SeedPerson>): Promise<void> {
  for (const { with: other, shareBps, sinceDaysAgo } of splits) {
    const [owner, collaborator] = [people.get(`${handle}@directfanz.test`), people.get(`${other}@directfanz.test`)];
    if (!owner || !collaborator) throw new Error(`${handle} shares with nobody: ${other}`);
    const { id } = await proposeSplit({ ctx: await owner.ctx(sinceDaysAgo), input: { handle: other, shareBps, startsOn: null } });
    await acceptSplit({ ctx: await collaborator.ctx(sinceDaysAgo), input: { splitId: id } });
  }
}

async function openPage(creator: WorldCreator, owner: SeedPerson): Promise<SeedPage> {
  const openedDaysAgo = Math.max(...creator.posts.map((post) => post.daysAgo)) + 2;
  const { id: creatorId } = await openCreatorPage({ ctx: await owner.ctx(openedDaysAgo), input: { handle: creator.handle, name: creator.name, tagline: creator.line } });
  const artMediaId = await uploadAs(owner, { kind: "picture", fileName: `${creator.handle}.png`, contentType: "image/png", altText: `Cover art of ${creator.name}`, body: await drawFor(creator, creator.handle, { width: 1200, height: 1500 }) });
  await updateCreator({ ctx: await owner.ctx(openedDaysAgo), input: { creatorId, bio: creator.bio, city: creator.city, genres: creator.genres, tags: creator.tags, artMediaId } });
  const tiers: Tier[] = [];
  for (const tier of creator.tiers) tiers.push(await createTier({ ctx: await owner.ctx(openedDaysAgo), input: { creatorId, name: tier.name, description: "", minAmount: tier.priceMinor, annualAmount: tier.yearMinor ?? null, currency: "usd", benefits: tier.benefits } }));
  for (const { code, percentOff, months, sinceDaysAgo } of creator.codes ?? []) await makePromotion({ ctx: await owner.ctx(sinceDaysAgo), input: { code, percentOff, amountOff: null, currency: "usd", duration: "months", months, tierIds: [], mostRedemptions: null, lastDay: null } });
  const posts = new Map<string, PostId>();
  for (const post of [...creator.posts].sort((a, b) => b.daysAgo - a.daysAgo)) posts.set(post.title ?? "", await publish(post, { creator, owner, tiers }));
  const bundles = new Map<string, BundleId>();
  for (const bundle of creator.bundles ?? []) bundles.set(bundle.title, await sellTogether(bundle, creator, owner, posts));
  return { creatorId, tiers, posts, bundles };
}

interface Desk {
  creator: WorldCreator;
  owner: SeedPerson;
  tiers: Tier[];
}

/** Whom a post is for, as the API says it. */
function forWhom(audience: WorldPost["audience"], tiers: Tier[]): Pick<CreatePostInput, "audience" | "tierId" | "price" | "includedFromTierId"> {
  const tierNamed = (name: string | undefined) => tiers.find((one) => one.name === name)?.id ?? null;
  if (typeof audience === "string") return { audience, tierId: null };
  return "tier" in audience ? { audience: "tier", tierId: tierNamed(audience.tier) } : { audience: "paid", tierId: null, price: audience.priceMinor, includedFromTierId: tierNamed(audience.includedFrom) };
}

async function publish(post: WorldPost, { creator, owner, tiers }: Desk): Promise<PostId> {
  const mediaIds = await mediaFor(post, creator, owner);
  const { id } = await createPost({ ctx: await owner.ctx(post.daysAgo), input: { title: post.title ?? "", body: post.body, ...forWhom(post.audience, tiers), mediaIds } });
  await publishPost({ ctx: await owner.ctx(post.daysAgo), input: { postId: id } });
  await clearPost({ ctx: createContext({ actor: system("seed"), now: later(now(), -days(post.daysAgo)) }), input: { postId: id, clearedBy: "seed" } });
  if (post.pinned) await updatePost({ ctx: await owner.ctx(post.daysAgo), input: { postId: asId("post", id), pinned: true } });
  return id;
}

async function sellTogether({ title, words, priceMinor, posts: inside }: WorldBundle, creator: WorldCreator, owner: SeedPerson, posts: Map<string, PostId>): Promise<BundleId> {
  const postIds = inside.flatMap((name) => posts.get(name) ?? []);
  const since = Math.min(...creator.posts.filter((post) => inside.includes(post.title ?? "")).map((post) => post.daysAgo));
  return (await createBundle({ ctx: await owner.ctx(since - 1), input: { title, words, price: priceMinor, currency: "usd", postIds } })).id;
}

async function mediaFor(post: WorldPost, creator: WorldCreator, owner: SeedPerson): Promise<MediaId[]> {
  const title = post.title ?? post.body.slice(0, 20);
  if (post.kind === "picture") return [await uploadAs(owner, { kind: "picture", fileName: "picture.png", contentType: "image/png", altText: title, body: await drawFor(creator, title, { width: 1200, height: 900 }) })];
  if (post.kind === "audio" && post.song) return [await uploadAs(owner, { kind: "audio", fileName: `${title}.wav`, contentType: "audio/wav", altText: "", body: singFor(`${creator.handle} ${title}`, post.song) })];
  return [];
}
