import { later } from "@/lib/platform/clock";
import type { Capability, Database, UserActor } from "@/lib/platform/db";
import { asId, type SessionId, type UserId } from "@/lib/platform/ids";
import { capabilitiesOf } from "@/lib/identity/standing";
import { idleLastsMs, seenEveryMs } from "./rules";

interface Row {
  userId: string;
  displayName: string;
  role: UserActor["role"];
  emailVerified: boolean;
  creatorId: string | null;
  pageName: string | null;
  pageHandle: string | null;
  pageArt: string | null;
  restricted: string[];
  lastSeenAt: Date;
}

/** The person behind a living session, with what they may do: one statement by primary key, and once in five minutes a second that notes the use. Undefined: signed out. */
export async function actorOfSession(db: Database, sessionId: SessionId, now: Date): Promise<UserActor | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT u.id AS "userId", u."displayName", u.role::text AS role, u."emailVerifiedAt" IS NOT NULL AS "emailVerified", c.id AS "creatorId", c.name AS "pageName", c.handle::text AS "pageHandle", c."artMediaId" AS "pageArt", s."lastSeenAt",
      ARRAY(SELECT r.capability FROM "Restriction" r WHERE r."userId" = u.id AND r."liftedAt" IS NULL AND r."startsAt" <= ${now} AND (r."endsAt" IS NULL OR r."endsAt" > ${now})) AS restricted
    FROM "Session" s JOIN "User" u ON u.id = s."userId" LEFT JOIN "CreatorProfile" c ON c."userId" = u.id
    WHERE s.id = ${sessionId} AND s."revokedAt" IS NULL AND s."expiresAt" > ${now} AND s."lastSeenAt" > ${later(now, -idleLastsMs)}`;
  if (!row) return undefined;
  const capabilities: ReadonlySet<Capability> = capabilitiesOf(row);
  if (!capabilities.has("sign_in")) return undefined;
  if (now.getTime() - row.lastSeenAt.getTime() > seenEveryMs) await db.session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
  return { kind: "user", userId: asId("user", row.userId), sessionId, role: row.role, creatorId: row.creatorId === null ? undefined : asId("creator", row.creatorId), page: pageOf(row), displayName: row.displayName, capabilities };
}

function pageOf({ pageName: name, pageHandle: handle, pageArt }: Row): UserActor["page"] {
  return name === null || handle === null ? undefined : { name, handle, artMediaId: pageArt === null ? undefined : asId("media", pageArt) };
}

export interface Device {
  id: SessionId;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** Where a person is signed in, most recently used first; at most 50. */
export async function listSessions(db: Database, userId: UserId, now: Date): Promise<Device[]> {
  const rows = await db.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: later(now, -idleLastsMs) } },
    orderBy: { lastSeenAt: "desc" },
    take: 50,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
  return rows.map((row) => ({ ...row, id: asId("session", row.id) }));
}
