import { systemContext } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import { measure } from "@/lib/platform/metrics";
import { flushSentry, reportError } from "@/lib/platform/sentry";
import { scrubText } from "@/lib/platform/sentry/scrub";
import { boss } from "./boss";
import { deliverEvents, type Delivery, deliveryJob } from "./deliver-events";
import type { QueuedJob } from "./enqueue";
import { type Lane, lanes } from "./lanes";
import { house } from "./registry";

const batchSize = 10;

/** What takes minutes is worked beside the rest and one at a time: nobody's payment or mail waits for somebody's song. */
const groups = { quick: lanes.filter((lane) => lane !== "media"), slow: ["media"] } as const satisfies Record<string, readonly Lane[]>;
type Group = keyof typeof groups;

interface Working {
  done: Promise<number>;
  again: boolean;
}
const working = new Map<Group, Working>();

/** A job has failed, and its report may still be on its way. */
let unsent = false;

/** Works until the outbox and every lane are empty or `budgetMs` has passed; returns the number of jobs run. What failed has been reported by then. */
export async function drain(budgetMs = 20_000): Promise<number> {
  try {
    return await workAll(Date.now() + budgetMs);
  } finally {
    // Whoever waits for us may freeze this process as soon as we are done, and the report with it.
    if (unsent) {
      unsent = false;
      await flushSentry();
    }
  }
}

async function workAll(deadline: number): Promise<number> {
  let total = 0;
  for (;;) {
    const [quick, slow] = await Promise.all([work("quick", deadline), work("slow", deadline)]);
    total += quick + slow;
    // What the slow ones made may have something to tell.
    if (slow === 0 || Date.now() > deadline) return total;
  }
}

/** One worker of a group in a process: a second call joins the first, which looks once more before it ends. */
function work(group: Group, deadline: number): Promise<number> {
  const busy = working.get(group);
  if (busy) {
    busy.again = true;
    return busy.done;
  }
  const state: Working = { done: Promise.resolve(0), again: false };
  working.set(group, state);
  state.done = workGroup(group, state, deadline).finally(() => working.delete(group));
  return state.done;
}

const calledAgain = ({ again }: Working): boolean => again;

async function workGroup(group: Group, state: Working, deadline: number): Promise<number> {
  let total = 0;
  for (;;) {
    state.again = false;
    let done = group === "quick" ? await deliverEvents() : 0;
    for (const lane of groups[group]) {
      const ran = await workLane(lane, group === "quick" ? batchSize : 1);
      total += ran;
      done += ran;
    }
    // One slow job at a time, so that what it has to tell is told before the next.
    if (group === "slow" || (done === 0 && !calledAgain(state)) || Date.now() > deadline) return total;
  }
}

async function workLane(lane: Lane, most: number): Promise<number> {
  const jobs = await boss().fetch<QueuedJob>(lane, { batchSize: most });
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
  unsent = true;
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
