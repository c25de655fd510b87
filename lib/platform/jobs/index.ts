export { boss } from "./boss";
export { drain } from "./drain";
export { enqueue, enqueueMany } from "./enqueue";
export { deadLetters, type Lane, lanes } from "./lanes";
export { deadLetterCount, lastCronRuns, queueDepths } from "./queries";
export { type Cron, defineJob, house, installHouse, type Job } from "./registry";
export { type CronOutcome, cronRunsKeptSince, runCron } from "./run-cron";
