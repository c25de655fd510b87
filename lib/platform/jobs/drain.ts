import { systemContext } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { measure } from "@/lib/platform/metrics";
import { reportError } from "@/lib/platform/sentry";
import { scrubText } from "@/lib/platform/sentry/scrub";
import { boss } from "./boss";
import { deliverEvents, type Delivery, deliveryJob } from "./deliver-events";
import type { QueuedJob } from "./enqueue";
import { type Lane, lanes } from "./lanes";
import { house } from "./registry";

const batchSize = 10;

let running: Promise<number> | undefined;
let again = false;
const calledAgain = (): boolean => again;

/**
 * Works until the outbox and every lane are empty or `budgetMs` has passed; returns the number of jobs run.
 * One drain a process: a second call joins the first, which looks once more before it ends.
 */
export function drain(budgetMs = 20_000): Promise<number> {
  if (running) {
    again = true;
    return running;
  }
  running = drainLoop(Date.now() + budgetMs).finally(() => {
    running = undefined;
  });
  return running;
}

async function drainLoop(deadline: number): Promise<number> {
  let total = 0;
  for (;;) {
    again = false;
    let done = await deliverEvents();
    for (const lane of lanes) {
      const ran = await workLane(lane);
      total += ran;
      done += ran;
    }
    if (Date.now() > deadline || (done === 0 && !calledAgain())) return total;
  }
}

async function workLane(lane: Lane): Promise<number> {
  const jobs = await boss().fetch<QueuedJob>(lane, { batchSize });
  await Promise.all(jobs.map((job) => runOne(lane, job.id, job.data)));
  return jobs.length;
}

/** Runs one job; a failure goes back to the queue, which waits, tries again and in the end puts it with the dead letters. */
async function runOne(lane: Lane, id: string, queued: QueuedJob): Promise<void> {
  const started = performance.now();
  const name = queued.job === deliveryJob ? (queued.data as Delivery).subscriber : queued.job;
  let failure: Error | undefined;
  try {
    await perform(queued);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  measure(`job ${name}`, performance.now() - started, failure !== undefined);
  if (failure === undefined) {
    await boss().complete(lane, id);
    return;
  }
  const message = scrubText(failure.message);
  log().error({ job: name, jobId: id, error: message }, "job failed");
  reportError(failure, { route: `job:${name}`, method: "JOB", requestId: id });
  await boss().fail(lane, id, { message });
}

async function perform(queued: QueuedJob): Promise<void> {
  if (queued.job === deliveryJob) {
    const { subscriber, payload, eventId } = queued.data as Delivery;
    const listener = house().subscribers.get(subscriber);
    if (!listener) throw new Error(`nobody is called ${subscriber}`);
    return listener.handle({ ctx: systemContext(subscriber), payload: payload as never, eventId });
  }
  const job = house().jobs.get(queued.job);
  if (!job) throw new Error(`there is no job ${queued.job}`);
  return job.run({ ctx: systemContext(job.name), data: queued.data });
}
