import { actorOfSession } from "@/lib/identity/sessions";
import { startSession } from "@/lib/identity/sessions/start-session";
import { openCreatorPage } from "@/lib/content/creators";
import { createPost, publishPost } from "@/lib/content/posts";
import type { CreatePostInput } from "@/lib/content/posts/schema";
import { createTier, type Tier } from "@/lib/content/tiers";
import { now } from "@/lib/platform/clock";
import { anonymous, type Context, createContext, database } from "@/lib/platform/db";
import { asId, type CreatorId, newId, type PostId, type SessionId, type UserId } from "@/lib/platform/ids";
import { drain } from "@/lib/platform/jobs";

export interface PersonInput {
  name?: string;
  email?: string;
  role?: "member" | "moderator" | "admin";
  verified?: boolean;
  passwordHash?: string;
}

export interface Person {
  userId: UserId;
  sessionId: SessionId;
  email: string;
  /** A fresh context as this person, with what they may do now. */
  ctx: () => Promise<Context>;
}

let counter = 0;

export async function newPerson({ name = "Someone", email, role = "member", verified = true, passwordHash }: PersonInput = {}): Promise<Person> {
  counter += 1;
  const userId = newId("user");
  const address = email ?? `person${counter}.${userId.slice(-6).toLowerCase()}@directfanz.test`;
  await database().user.create({ data: { id: userId, email: address, displayName: name, role, emailVerifiedAt: verified ? now() : null, passwordHash: passwordHash ?? null } });
  const sessionId = await database().$transaction((tx) => startSession(tx, createContext({ actor: anonymous }), userId));
  const ctx = async (): Promise<Context> => createContext({ actor: (await actorOfSession(database(), sessionId, now())) ?? anonymous });
  return { userId, sessionId, email: address, ctx };
}

export interface CreatorInput extends PersonInput {
  handle?: string;
  tiers?: { name: string; minAmount: number }[];
}

export interface Creator extends Person {
  creatorId: CreatorId;
  handle: string;
  tiers: Tier[];
  /** Drafts and publishes a post, and lets trust clear it. */
  publishes: (input: Partial<CreatePostInput>) => Promise<PostId>;
}

export async function createCreator({ handle, tiers = [], ...rest }: CreatorInput = {}): Promise<Creator> {
  const someone = await newPerson(rest);
  const page = await openCreatorPage({ ctx: await someone.ctx(), input: { handle: handle ?? `page${counter}${someone.userId.slice(-5).toLowerCase()}`, name: rest.name ?? "A Creator", tagline: "" } });
  const made: Tier[] = [];
  for (const tier of tiers) made.push(await createTier({ ctx: await someone.ctx(), input: { creatorId: page.id, description: "", currency: "usd", benefits: [], ...tier } }));
  const publishes = async (input: Partial<CreatePostInput>): Promise<PostId> => {
    const { id } = await createPost({ ctx: await someone.ctx(), input: { title: "", body: "Words", audience: "public", tierId: null, mediaIds: [], ...input } });
    await publishPost({ ctx: await someone.ctx(), input: { postId: id } });
    await drain();
    return asId("post", id);
  };
  return { ...someone, creatorId: page.id, handle: page.handle, tiers: made, publishes };
}
