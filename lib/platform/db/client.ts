import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client";
import { pool } from "./pool";

export type Database = PrismaClient;
/** The database inside a transaction, or outside one; verbs take what they are given. */
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

const holder = globalThis as typeof globalThis & { directfanzDatabase?: PrismaClient };

export function database(): Database {
  // Minimal: its messages end in queue rows, logs and reports, and would otherwise quote our source with its paths and the values asked for.
  holder.directfanzDatabase ??= new PrismaClient({ adapter: new PrismaPg(pool()), errorFormat: "minimal" });
  return holder.directfanzDatabase;
}

/** For tests and scripts that change their configuration: forget the client with its pool. */
export async function closeDatabase(): Promise<void> {
  const open = holder.directfanzDatabase;
  delete holder.directfanzDatabase;
  await open?.$disconnect();
}
