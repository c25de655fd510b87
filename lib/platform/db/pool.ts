import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { config } from "@/lib/platform/config";
import { log } from "@/lib/platform/log";
import { scrubText } from "@/lib/platform/sentry/scrub";

/** One round trip to the database, as it was sent. */
export interface Statement {
  text: string;
  values: unknown[];
}
interface QueryLog {
  statements: Statement[];
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
  // Without a listener a lost connection would end the process. The pool opens another: nobody's alarm, but worth a line.
  opened.on("error", (error) => log().warn({ error: scrubText(error.message) }, "an idle connection to the database was lost"));
  opened.on("connect", (client) => countStatements(client));
  return opened;
}

/** Lets countQueries() see each statement; costs one lookup a statement. */
function countStatements(client: pg.PoolClient): void {
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const counted = (...args: unknown[]): unknown => {
    const statement = counting.getStore() && statementOf(args);
    if (statement) counting.getStore()?.statements.push(statement);
    return plain(...args);
  };
  client.query = counted as typeof client.query;
}

function statementOf([first, second]: unknown[]): Statement | undefined {
  const query = typeof first === "string" ? { text: first, values: second } : (first as { text?: string; values?: unknown } | undefined);
  return query?.text === undefined ? undefined : { text: query.text, values: Array.isArray(query.values) ? (query.values as unknown[]) : [] };
}

/** Runs `work` and returns its result with every statement it sent: each is a round trip, BEGIN and COMMIT as well. */
export async function countQueries<T>(work: () => Promise<T>): Promise<{ result: T; statements: Statement[] }> {
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
