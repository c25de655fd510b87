import type { Database, UserActor } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import type { Me } from "./schema";

/** Who is signed in, as they see themselves. Two statements by primary and unique key. */
export async function readMe(db: Database, actor: UserActor): Promise<Me> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { displayName: true, email: true, emailVerifiedAt: true, role: true } });
  const creator = actor.creatorId ? await db.creatorProfile.findUnique({ where: { id: actor.creatorId }, select: { id: true, handle: true, name: true } }) : null;
  return {
    id: actor.userId,
    displayName: user.displayName,
    email: user.email,
    emailVerified: user.emailVerifiedAt !== null,
    role: user.role,
    creator: creator && { id: asId("creator", creator.id), handle: creator.handle, name: creator.name },
    capabilities: [...actor.capabilities],
  };
}
