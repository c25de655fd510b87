import type { Tx } from "@/lib/platform/db";
import { boss, inside } from "./boss";
import type { Job } from "./registry";

export interface QueuedJob {
  job: string;
  data: object;
}

interface Options {
  /** At most one job of this key waits at a time. */
  singletonKey?: string;
  startAfter?: Date;
}

/** Queues a job in the caller's transaction: it exists if and only if the change does. */
export async function enqueue<Input extends object>(tx: Tx, job: Job<Input>, data: Input, options: Options = {}): Promise<void> {
  const body: QueuedJob = { job: job.name, data };
  await boss().send(job.lane, body, { ...inside(tx), ...options });
}

/** As enqueue(), for many in one statement. */
export async function enqueueMany<Input extends object>(tx: Tx, job: Job<Input>, inputs: Input[]): Promise<void> {
  if (inputs.length === 0) return;
  await boss().insert(job.lane, inputs.map((data) => ({ data: { job: job.name, data } satisfies QueuedJob })), inside(tx));
}
