import type { Actor } from "./actor";
import { database, type Tx } from "./client";
import { newId } from "@/lib/platform/ids";
import { Prisma } from "./generated/client";

type Json = Prisma.InputJsonValue;

export interface PendingAudit {
  at: Date;
  actor: Actor;
  action: string;
  subject: string;
  data: Record<string, Json | null | undefined>;
  requestId: string;
}
export interface PendingEvent {
  type: string;
  payload: Json;
}
interface Notes {
  audits: PendingAudit[];
  events: PendingEvent[];
}

/**
 * What a transaction has to write last; keyed by its client so that verbs need pass nothing but `tx`. One for the process: Next
 * loads this module once for the jobs (instrumentation) and once for the routes, and a job's transaction passes through both.
 */
const holder = globalThis as typeof globalThis & { directfanzNotes?: WeakMap<Tx, Notes> };
const notes = (holder.directfanzNotes ??= new WeakMap<Tx, Notes>());

/** @throws Error outside inTransaction(): an audit or event without its change would be a lie */
export function notesOf(tx: Tx): Notes {
  const found = notes.get(tx);
  if (!found) throw new Error("audit() and emit() belong inside a transaction");
  return found;
}

/**
 * Runs `work` in one transaction. Audit entries and events noted inside are written just before the commit:
 * one statement each, and the lock that orders the audit chain is held for a moment only.
 * Serialisation failures and deadlocks are tried again, twice; `work` must therefore have no other effects.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<{ result: T; emitted: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(
        async (tx) => {
          const noted: Notes = { audits: [], events: [] };
          notes.set(tx, noted);
          const result = await work(tx);
          await writeNotes(tx, noted);
          return { result, emitted: noted.events.length > 0 };
        },
        { maxWait: 5_000, timeout: 15_000 },
      );
    } catch (error) {
      if (attempt >= 3 || !isWriteConflict(error)) throw error;
    }
  }
}

/** Prisma's own name for it, or the database's out of a raw statement: a deadlock (40P01), a serialisation failure (40001). */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && /"(?:40P01|40001)"/u.test(JSON.stringify(error.meta ?? {})));
}

async function writeNotes(tx: Tx, { audits, events }: Notes): Promise<void> {
  if (events.length > 0) await tx.outboxEvent.createMany({ data: events.map((event) => ({ id: newId("event"), ...event })) });
  if (audits.length > 0) {
    await tx.auditEntry.createMany({
      data: audits.map(({ actor, data, ...entry }) => ({ id: newId("audit"), ...entry, ...actorColumns(actor), data: withoutUndefined(data) })),
    });
  }
}

function actorColumns(actor: Actor): { actorKind: string; actorId: string | null } {
  switch (actor.kind) {
    case "user":
      return { actorKind: "user", actorId: actor.userId };
    case "system":
      return { actorKind: "system", actorId: actor.name };
    case "webhook":
      return { actorKind: "webhook", actorId: actor.provider };
    case "anonymous":
      return { actorKind: "anonymous", actorId: null };
  }
}

function withoutUndefined(data: PendingAudit["data"]): Record<string, Json | null> {
  return Object.fromEntries(Object.entries(data).filter((pair): pair is [string, Json | null] => pair[1] !== undefined));
}
