import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { config } from "@/lib/platform/config";

interface QueryLog {
  statements: string[];
}
const counting = new AsyncLocalStorage<QueryLog>();
const holder = globalThis as typeof globalThis & { directfanzPool?: pg.Pool };

/** The one pool of this process. */
export function pool(): pg.Pool {
  holder.directfanzPool ??= openPool();
  return holder.directfanzPool;
}

function openPool(): pg.Pool {
  const { DATABASE_URL, DATABASE_POOL_SIZE } = config();
  const opened = new pg.Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL_SIZE, connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, statement_timeout: 15_000, idle_in_transaction_session_timeout: 15_000, application_name: "directfanz" });
  // Without a listener a lost connection would end the process.
  opened.on("error", () => undefined);
  opened.on("connect", (client) => countStatements(client));
  return opened;
}

/** Lets countQueries() see each statement; costs one lookup a statement. */
function countStatements(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]): unknown => {
    const first = args[0];
    const text = typeof first === "string" ? first : (first as { text?: string } | undefined)?.text;
    if (text && !/^(BEGIN|COMMIT|ROLLBACK|SET)\b/i.test(text)) counting.getStore()?.statements.push(text);
    return plain(...args);
  };
  client.query = counted as typeof client.query;
}

/** Runs `work` and returns its result with the statements it sent (transaction brackets not counted). */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const store: QueryLog = { statements: [] };
  const result = await counting.run(store, work);
  return { result, statements: store.statements };
}

/** Closes the pool; for scripts and tests that end. */
export async function closePool(): Promise<void> {
  const open = holder.directfanzPool;
  delete holder.directfanzPool;
  await open?.end();
}
