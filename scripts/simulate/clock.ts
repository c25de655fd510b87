import pg from "pg";

const RealDate = Date;
let aheadMs = 0;

class SimulatedDate extends RealDate {
  /** Takes what the platform's own takes; with nothing it is now, and now is ours. */
  constructor(...given: [] | [number]) {
    super(...(given.length === 0 ? ([SimulatedDate.now()] as [number]) : given));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }

  /** Dates made before, or by others, are dates. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === "[object Date]";
  }
}

/** One clock for the three that keep time: this process, the database and the payment provider. */
export interface SimulatedClock {
  /** Lets seconds pass for all three. */
  pass: (seconds: number) => Promise<void>;
  /** Lets them pass here alone: at the provider nothing falls due. */
  passHere: (seconds: number) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Moves everybody back by `daysAgo`, before anything has happened. In the database, now() of the queue and of columns' defaults become
 * ours; nothing of the app knows.
 */
export async function startClock(databaseUrl: string, providerUrl: string, daysAgo: number): Promise<SimulatedClock> {
  aheadMs = -daysAgo * 86_400_000;
  globalThis.Date = SimulatedDate as unknown as DateConstructor;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  pool.on("error", () => undefined); // the server says good-bye at the end
  await pool.query(`
    CREATE SCHEMA simulation;
    CREATE TABLE simulation.clock (ahead interval NOT NULL);
    INSERT INTO simulation.clock VALUES (make_interval(secs => ${aheadMs / 1_000}));
    CREATE FUNCTION simulation.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT pg_catalog.now() + ahead FROM simulation.clock';
    CREATE OR REPLACE FUNCTION pgboss.job_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT pg_catalog.now() + ahead FROM simulation.clock';
    DO $$ DECLARE c record; BEGIN
      FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND column_default = 'CURRENT_TIMESTAMP' LOOP
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT simulation.now()', c.table_name, c.column_name);
      END LOOP;
    END $$;`);
  await tell(providerUrl, "begin", { daysAgo });
  const passHere = async (seconds: number): Promise<void> => {
    aheadMs += seconds * 1_000;
    await pool.query("UPDATE simulation.clock SET ahead = make_interval(secs => $1)", [aheadMs / 1_000]);
  };
  return {
    passHere,
    pass: async (seconds) => {
      await passHere(seconds);
      await tell(providerUrl, "advance", { seconds });
    },
    stop: async () => {
      globalThis.Date = RealDate;
      await pool.end();
    },
  };
}

/** Turns a switch of the provider's double. */
export async function tell(providerUrl: string, name: string, fields: object): Promise<unknown> {
  const response = await fetch(`${providerUrl}/_double/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
  return response.json();
}
