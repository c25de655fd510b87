import { fromPrisma, PgBoss } from "pg-boss";
import { pool, type Tx } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";

const holder = globalThis as typeof globalThis & { directfanzBoss?: PgBoss };

/** pg-boss without a process of its own: it is asked when there is work, by requests and crons. */
export function boss(): PgBoss {
  if (!holder.directfanzBoss) {
    const made = new PgBoss({ db: { executeSql: (text, values) => pool().query(text, values) }, schema: "pgboss", migrate: false, supervise: false, schedule: false });
    made.on("error", (error) => log().error({ error: error.message }, "queue error"));
    holder.directfanzBoss = made;
  }
  return holder.directfanzBoss;
}

export const inside = (tx: Tx) => ({ db: fromPrisma(tx) });
