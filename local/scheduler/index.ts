import { readFile } from "node:fs/promises";
import { CronExpressionParser } from "cron-parser";

export interface CronJob {
  /** Path of the app, such as /api/cron/deliver-events */
  path: string;
  /** Five fields, UTC. */
  schedule: string;
}

export interface SchedulerOptions {
  appUrl: string;
  secret: string;
  jobs: readonly CronJob[];
  /** Hears of runs that went wrong, in words. */
  onFailure?: (job: CronJob, reason: string) => void;
}

export interface Scheduler {
  /** Runs a job now, unless it is running. @returns whether it ran */
  run: (path: string) => Promise<boolean>;
  /** Plans no more runs and lets those under way go. */
  stop: () => void;
}

/** The crons of `vercel.json`; none when there is no such file. @throws when the file or a schedule is malformed */
export async function readCrons(file: string): Promise<CronJob[]> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "{}";
    throw error;
  });
  const { crons = [] } = JSON.parse(text) as { crons?: CronJob[] };
  for (const { schedule } of crons) CronExpressionParser.parse(schedule, { tz: "UTC" });
  return crons;
}

const longestRun = 300_000; // what Vercel allows a function, milliseconds
const longestTimer = 2_147_483_647;

/** Calls the app's cron routes as Vercel does: GET, with the secret as bearer. A job never overlaps itself. */
export function startScheduler({ appUrl, secret, jobs, onFailure = () => undefined }: SchedulerOptions): Scheduler {
  const ended = new AbortController();
  const hasEnded = (): boolean => ended.signal.aborted;
  const timers = new Map<CronJob, NodeJS.Timeout>();
  const running = new Set<CronJob>();

  const call = async (job: CronJob): Promise<boolean> => {
    if (running.has(job) || hasEnded()) return false;
    running.add(job);
    try {
      const signal = AbortSignal.any([ended.signal, AbortSignal.timeout(longestRun)]);
      const response = await fetch(new URL(job.path, appUrl), { headers: { authorization: `Bearer ${secret}`, "user-agent": "vercel-cron/1.0" }, redirect: "manual", signal });
      const body = await response.text();
      if (!response.ok) onFailure(job, `${response.status} ${body.slice(0, 200)}`.trim());
    } catch (error) {
      if (!hasEnded()) onFailure(job, error instanceof Error ? error.message : String(error));
    } finally {
      running.delete(job);
    }
    return true;
  };

  const plan = (job: CronJob): void => {
    if (hasEnded()) return;
    const next = CronExpressionParser.parse(job.schedule, { tz: "UTC" }).next().getTime();
    const delay = Math.max(next - Date.now(), 0);
    const due = delay <= longestTimer;
    timers.set(job, setTimeout(() => {
      plan(job);
      if (due) void call(job);
    }, Math.min(delay, longestTimer)));
  };
  for (const job of jobs) plan(job);

  return {
    run: async (path) => {
      const job = jobs.find((one) => one.path === path);
      return job ? call(job) : false;
    },
    stop: () => {
      ended.abort();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
