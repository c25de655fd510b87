import { GET as runCron } from "@/app/api/cron/[job]/route";
import { POST as approve } from "@/app/api/v1/payouts/[payoutId]/approval/route";
import { database } from "@/lib/platform/db";
import { Api } from "./api";
import { Banks } from "./banks";
import { tell } from "./clock";
import { Crashes } from "./crashes";
import { look, newAccount, newMaker } from "./creators";
import { type Fan, type Stage, visit } from "./fans";
import type { CardName } from "./pay";
import { Post } from "./post";
import { Random } from "./random";
import { share } from "./shelf";
import { sideBySide } from "./side-by-side";
import type { World } from "./world";

export interface Plan {
  days: number;
  creators: number;
  fans: number;
  seed: number;
  /** Part of all requests, jobs and crons whose process dies in the middle. */
  crashRate: number;
  /** Whether the provider and the post misbehave. */
  faults: boolean;
  /** So many people, or letters, at the same time. */
  lanes: number;
}
export interface Course {
  api: Api;
  crashes: Crashes;
  banks: Banks;
  post: Post;
  /** Crons that ended in an error, with the first words of it: what an operator would have been told. */
  alarms: Map<string, number>;
}

/** After the last visit: memberships run out of surprises, disputes are decided, what is late arrives. */
const quietDays = 45;
const halfDay = 43_200;
const hour = 3_600;

/** Plays the whole time through, day by day. `onDay` hears how far it has come. */
export async function play(world: World, plan: Plan, onDay: (day: number, course: Course) => Promise<void>): Promise<Course> {
  const random = new Random(plan.seed);
  const crashes = new Crashes(random.of("crashes"));
  const api = new Api(crashes, world.clock);
  const stage = await people(api, plan, random);
  const names = new Map(stage.fans.map(({ userId }, index) => [String(userId), `fan ${index}`]));
  const banks = new Banks(world, random.of("banks"), names);
  const post = new Post(world.mailbox, api, random.of("post"), plan.faults ? { lost: 0.02, twice: 0.05, late: 0.05 } : { lost: 0, twice: 0, late: 0 }, plan.lanes);
  const course: Course = { api, crashes, banks, post, alarms: new Map() };
  if (plan.faults) await tell(world.provider, "faults", { seed: plan.seed, declineRate: 0.02, dropBefore: 0.002, dropAfter: 0.002, error500: 0.004, rateLimit: 0.002 });
  const admins = [await newAccount("Admin", "admin"), await newAccount("Other admin", "admin")];
  crashes.rate = plan.crashRate;
  const visits = new Map<number, Fan[]>();
  for (const fan of stage.fans) plans(visits, fan.random.below(Math.max(1, Math.round(plan.days * 0.85))), fan);

  for (let day = 0; day < plan.days + quietDays; day++) {
    const quiet = day >= plan.days;
    if (quiet && day === plan.days && plan.faults) await tell(world.provider, "faults", { seed: plan.seed });
    await sideBySide(quiet ? [] : (visits.get(day) ?? []), plan.lanes, async (fan) => {
      await visit(stage, fan);
      plans(visits, day + fan.random.wait(60), fan);
    });
    visits.delete(day);
    for (const maker of stage.makers) if (!quiet && day % maker.visits === 0 && day > 0) await look(api, maker);
    await banks.act(day, quiet);
    await post.deliver();
    await crons(course, world, day, quiet);
    for (const admin of admins) await approveAll(api, admin);
    for (const _ of ["noon", "night"]) {
      await world.clock.pass(halfDay);
      await post.deliver();
      await cron(course, world, "work-queues");
    }
    await onDay(day, course);
  }
  await settle(course, world);
  return course;
}

function plans(visits: Map<number, Fan[]>, day: number, fan: Fan): void {
  visits.set(day, [...(visits.get(day) ?? []), fan]);
}

async function people(api: Api, plan: Plan, random: Random): Promise<Stage> {
  const stage: Stage = { api, makers: [], fans: [] };
  for (let index = 0; index < plan.creators; index++) stage.makers.push(await newMaker(api, index, random.of(`creator ${index}`)));
  await share(api, stage.makers);
  for (let index = 0; index < plan.fans; index++) {
    const own = random.of(`fan ${index}`);
    const card = own.weighted<CardName>({ good: 88, authenticate: 5, failsLater: 5, declined: 2 });
    stage.fans.push({ ...(await newAccount(`Fan ${index}`)), random: own, card, country: own.chance(0.15) ? "DE" : undefined, gifts: [] });
  }
  return stage;
}

/** The day's scheduled jobs, at their times: the hourly ones once, since nothing happens between. */
async function crons(course: Course, world: World, day: number, quiet: boolean): Promise<void> {
  const daily = ["work-queues", "tend-memberships", "catch-up-subscriptions", "fund-shield", "tend-disputes", "run-payouts", "work-queues", "catch-up-payouts", "work-queues", "watch-dispute-ratio"];
  for (const name of daily) await cron(course, world, name);
  if (day % 7 === 0 || quiet) await cron(course, world, "reconcile");
  // This cluster tends no tables by itself, and would plan a year's queries by the statistics of its first day.
  if (day % 7 === 0) await database().$executeRaw`VACUUM ANALYZE`;
  if (day % 30 === 0) for (const name of ["verify-ledger", "tidy", "tend-keys"]) await cron(course, world, name);
  if (new Date().getUTCMonth() === 0 && day % 10 === 0) await cron(course, world, "run-tax-year");
}

async function cron(course: Course, world: World, job: string): Promise<void> {
  const { status, body } = await course.api.ask(`cron ${job}`, runCron, { params: { job }, headers: { authorization: `Bearer ${world.cronSecret}` } });
  if (status >= 400) {
    const failed = await database().cronRun.findFirst({ where: { job }, orderBy: { startedAt: "desc" }, select: { error: true } });
    const alarm = `${job}: ${failed?.error?.slice(0, 160) ?? JSON.stringify(body)}`;
    course.alarms.set(alarm, (course.alarms.get(alarm) ?? 0) + 1);
  }
}

async function approveAll(api: Api, admin: Stage["fans"][0] | Awaited<ReturnType<typeof newAccount>>): Promise<void> {
  const waiting = await database().payout.findMany({ where: { state: "awaiting_approval" }, orderBy: { id: "asc" }, select: { id: true } });
  for (const { id } of waiting) await api.ask("approve a payout", approve, { as: admin, params: { payoutId: id }, body: { reason: "Known, and looked at." } });
}

/** Lets what still waits come to its end: retries of the queue, letters, late answers. */
async function settle(course: Course, world: World): Promise<void> {
  for (let round = 0; round < 8; round++) {
    await course.post.deliver();
    for (const name of ["work-queues", "catch-up-subscriptions", "tend-disputes", "catch-up-payouts", "work-queues"]) await cron(course, world, name);
    // Here alone: what fell due there meanwhile would be in flight again.
    await world.clock.passHere(2 * hour);
  }
}
