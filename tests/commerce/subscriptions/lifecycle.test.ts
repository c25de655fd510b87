import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accessEnd, dunningStep, graceEnd, type Standing, type Turn, turnsOf } from "@/lib/commerce/subscriptions/lifecycle";
import { memberDunning } from "@/lib/commerce/subscriptions/rules";
import { days, later } from "@/lib/platform/clock";

const month = 30;
const start = new Date("2027-01-01T00:00:00Z");
const day = (n: number): Date => later(start, days(n));

/** The provider as it truly is, which we only hear of: what was paid until when, and what it asks for. */
interface Provider {
  status: "active" | "past_due" | "ended";
  paid: { bill: number; until: number }[];
  periodEnd: number;
  bill: { number: number; failedAt: number; tries: number } | undefined;
  cardPays: boolean;
  cancelAtEnd: boolean;
  endedAt: number | undefined;
  bills: number;
}

/** Our side: one row, one grant, the bills that were booked. */
interface Ours {
  standing: Standing | undefined;
  grant: Date | undefined;
  booked: number[];
  overdue: { accessEndsAt: Date; failedAt: Date; warnedAt: Date | null } | undefined;
  told: Turn[];
  warned: number;
}

interface World {
  now: number;
  provider: Provider;
  ours: Ours;
}

function newWorld(): World {
  const provider: Provider = { status: "active", paid: [{ bill: 1, until: month }], periodEnd: month, bill: undefined, cardPays: true, cancelAtEnd: false, endedAt: undefined, bills: 1 };
  return { now: 0, provider, ours: { standing: undefined, grant: undefined, booked: [], overdue: undefined, told: [], warned: 0 } };
}

/** The provider's own day: renewals, tries on their days, the end of what was cancelled. */
function providerDay({ provider, now }: World): void {
  if (provider.status === "ended") return;
  if (now >= provider.periodEnd && provider.cancelAtEnd && !provider.bill) { end(provider, provider.periodEnd); return; }
  if (provider.bill) {
    const due = [0, ...memberDunning.retryAfterDays][provider.bill.tries];
    if (due !== undefined && now >= provider.bill.failedAt + due) attempt(provider, now);
    return;
  }
  if (now < provider.periodEnd) return;
  provider.bills += 1;
  provider.bill = { number: provider.bills, failedAt: provider.periodEnd, tries: 0 };
  provider.periodEnd += month;
  attempt(provider, now);
}

function attempt(provider: Provider, _now: number): void {
  if (!provider.bill) return;
  provider.bill.tries += 1;
  if (!provider.cardPays) { provider.status = "past_due"; return; }
  provider.paid.push({ bill: provider.bill.number, until: provider.periodEnd });
  provider.bill = undefined;
  provider.status = "active";
}

function end(provider: Provider, at: number): void {
  provider.status = "ended";
  provider.endedAt = at;
  provider.bill = undefined;
}

/** One look at the provider, as a webhook, a page or the hourly round causes it; however often, in whatever order. */
function hear({ provider, ours }: World): void {
  const before = ours.standing;
  const currentPeriodEnd = day(Math.max(...provider.paid.map(({ until }) => until)));
  const standing: Standing = { status: provider.status, currentPeriodEnd, trialEndsAt: null, cancelRequestedAt: before?.cancelRequestedAt ?? null, endedAt: provider.endedAt === undefined ? null : day(provider.endedAt), paused: false };
  ours.grant = accessEnd(ours.grant, standing);
  ours.told.push(...turnsOf(before ?? null, standing));
  if (provider.bill && provider.status === "past_due") ours.overdue ??= { accessEndsAt: graceEnd(standing), failedAt: day(provider.bill.failedAt), warnedAt: null };
  else ours.overdue = undefined;
  for (const { bill } of provider.paid) if (!ours.booked.includes(bill)) ours.booked.push(bill);
  ours.standing = standing;
  provider.cancelAtEnd = standing.cancelRequestedAt !== null && standing.status !== "ended";
}

/** The hourly round over late bills. */
function tend(world: World): void {
  const { ours, provider } = world;
  if (!ours.overdue) return;
  const step = dunningStep({ ...ours.overdue, tried: false }, day(world.now));
  if (step === "warn") {
    ours.overdue.warnedAt = day(world.now);
    ours.warned += 1;
  }
  if (step !== "end") return;
  hear(world);
  if (world.provider.status !== "past_due") return;
  end(provider, world.now);
  hear(world);
}

function cancel(world: World): void {
  const { standing } = world.ours;
  if (!standing || standing.status === "ended") return;
  standing.cancelRequestedAt ??= day(world.now);
  world.ours.grant = accessEnd(world.ours.grant, standing);
  if (standing.status === "past_due") end(world.provider, world.now);
  world.provider.cancelAtEnd = world.provider.status !== "ended";
}

function keep(world: World): void {
  const { standing } = world.ours;
  if (!standing?.cancelRequestedAt || standing.status === "ended" || standing.currentPeriodEnd <= day(world.now)) return;
  standing.cancelRequestedAt = null;
  world.ours.grant = graceEnd(standing);
  world.provider.cancelAtEnd = false;
}

/** Every word of the world holds at every moment, heard of or not. */
function holds({ now, provider, ours }: World): void {
  const paidUntil = Math.max(...provider.paid.map(({ until }) => until));
  if (ours.grant && ours.grant > day(now)) expect(now).toBeLessThan(paidUntil + memberDunning.graceDays);
  expect(new Set(ours.booked).size).toBe(ours.booked.length);
  expect(ours.booked.length).toBeLessThanOrEqual(provider.paid.length);
}

/** And these once the provider has been heard. */
function holdsWhenHeard({ now, provider, ours }: World): void {
  const paidUntil = Math.max(...provider.paid.map(({ until }) => until));
  if (provider.status === "active" && now < paidUntil) expect(ours.grant && ours.grant > day(now)).toBe(true);
  if (provider.status === "ended") expect(ours.grant && ours.grant > day(now)).not.toBe(true);
  expect(ours.booked).toEqual(provider.paid.map(({ bill }) => bill));
}

type Happening = { kind: "days"; count: number; lost: boolean } | { kind: "card"; pays: boolean } | { kind: "other card"; pays: boolean } | { kind: "cancel" | "keep" | "hear" | "hear twice" };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("days" as const), count: fc.integer({ min: 1, max: 20 }), lost: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("card" as const), pays: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("other card" as const), pays: fc.boolean() }) },
  { weight: 2, arbitrary: fc.constantFrom("cancel", "keep", "hear", "hear twice").map((kind) => ({ kind })) },
);

function happen(world: World, what: Happening): void {
  if (what.kind === "days") {
    for (let passed = 0; passed < what.count; passed += 1) {
      world.now += 1;
      providerDay(world);
      // Webhooks may be lost; the hourly round asks about whatever is due, and tends what is late.
      if (!what.lost || (world.ours.standing && world.ours.standing.currentPeriodEnd < day(world.now))) hear(world);
      tend(world);
      holds(world);
    }
    return;
  }
  if (what.kind === "card") world.provider.cardPays = what.pays;
  if (what.kind === "other card") {
    world.provider.cardPays = what.pays;
    if (world.provider.bill && world.provider.status === "past_due") attempt(world.provider, world.now);
    hear(world);
  }
  if (what.kind === "cancel") cancel(world);
  if (what.kind === "keep") keep(world);
  if (what.kind.startsWith("hear")) hear(world);
  if (what.kind === "hear twice") hear(world);
}

describe("whatever happens to a membership", () => {
  it("there is no access beyond the grace without payment, no paid membership without access, and each payment is booked once", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
        const world = newWorld();
        hear(world);
        for (const what of story) {
          happen(world, what);
          holds(world);
        }
        hear(world);
        holds(world);
        holdsWhenHeard(world);
      }),
      { numRuns: 2_000 },
    );
  });

  it("members are counted right: it never ends more often than it began, and each refusal is told between", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (story) => {
        const world = newWorld();
        hear(world);
        for (const what of story) happen(world, what);
        hear(world);
        const count = (turn: Turn) => world.ours.told.filter((one) => one === turn).length;
        expect(count("started") - count("ended")).toBe(world.ours.standing?.status === "ended" ? 0 : 1);
        expect(count("recovered")).toBeLessThanOrEqual(count("failed"));
      }),
      { numRuns: 1_000 },
    );
  });

  it("whoever never pays again is warned at most once and let go when the grace is over", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.boolean(), (before, lost) => {
        const world = newWorld();
        hear(world);
        happen(world, { kind: "days", count: Math.max(1, before), lost });
        world.provider.cardPays = false;
        happen(world, { kind: "days", count: 60, lost });
        expect(world.provider.status).toBe("ended");
        expect(world.ours.warned).toBe(1);
        expect(world.ours.grant && world.ours.grant <= day(world.now)).toBe(true);
      }),
    );
  });
});
