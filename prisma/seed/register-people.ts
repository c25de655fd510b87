import { hashPassword } from "@/lib/identity/passwords";
import { startSession } from "@/lib/identity/sessions/start-session";
import { actorOfSession } from "@/lib/identity/sessions";
import { days, later, now } from "@/lib/platform/clock";
import { anonymous, type Context, createContext, database } from "@/lib/platform/db";
import { newId, type SessionId, type UserId } from "@/lib/platform/ids";
import type { world as World, WorldFan } from "./world";

/** Every seeded account has this one; only for machines that hold an invented world. */
export const password = "stage door left open";

export interface SeedPerson {
  userId: UserId;
  /** A context as this person, as if it were `daysAgo` days ago. */
  ctx: (daysAgo?: number) => Promise<Context>;
}

/** What the seed's own sessions are called. */
export const seedAgent = "seed";

/** Opens an account for everyone, by email address. */
export async function registerPeople(world: typeof World, crowd: WorldFan[]): Promise<Map<string, SeedPerson>> {
  const passwordHash = await hashPassword(password);
  const longAgo = later(now(), -days(545));
  const people = [
    ...world.creators.map(({ handle, name }) => ({ email: `${handle}@directfanz.test`, name, role: "member" as const })),
    ...[...world.fans, ...crowd].map(({ email, name }) => ({ email, name, role: "member" as const })),
    { email: world.admin.email, name: world.admin.name, role: "admin" as const },
  ];
  const rows = people.map((person) => ({ id: newId("user"), email: person.email, displayName: person.name, role: person.role, passwordHash, emailVerifiedAt: longAgo, createdAt: longAgo }));
  await database().user.createMany({ data: rows });
  return new Map(rows.map((row) => [row.email, personOf(row.id)]));
}

function personOf(userId: UserId): SeedPerson {
  let session: Promise<SessionId> | undefined;
  const ctx = async (daysAgo = 0): Promise<Context> => {
    session ??= database().$transaction((tx) => startSession(tx, createContext({ actor: anonymous, userAgent: seedAgent }), userId));
    const actor = await actorOfSession(database(), await session, now());
    return createContext({ actor: actor ?? anonymous, now: later(now(), -days(daysAgo)) });
  };
  return { userId, ctx };
}
