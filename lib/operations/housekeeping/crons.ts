import { catchUpCheckouts } from "@/lib/commerce/checkout";
import { catchUpDisputes, decideDue, fundShield, watchRatio } from "@/lib/commerce/disputes";
import { reconcile } from "@/lib/commerce/reconciliation";
import { catchUpSubscriptions, tendMemberships } from "@/lib/commerce/subscriptions";
import { checkLedger, faultsOf } from "@/lib/commerce/ledger";
import { catchUpOrders } from "@/lib/commerce/orders";
import { catchUpPayouts, startPayoutRun } from "@/lib/commerce/payouts";
import { runTaxYear } from "@/lib/commerce/tax";
import { verifyAuditChain } from "@/lib/platform/audit";
import { later } from "@/lib/platform/clock";
import type { Database } from "@/lib/platform/db";
import { boss, type Cron, drain } from "@/lib/platform/jobs";
import { tendKeys } from "@/lib/platform/sealing";
import { tidy } from "./tidy";

/** Where the audit trail ended when it was last walked and found whole. */
async function lastHead(db: Database): Promise<string> {
  const run = await db.cronRun.findFirst({ where: { job: "verify-audit-chain", finishedAt: { not: null }, error: null }, orderBy: { startedAt: "desc" }, select: { detail: true } });
  const head = (run?.detail as { head?: unknown } | null | undefined)?.head;
  return typeof head === "string" ? head : "";
}

/** Every scheduled job of the house. vercel.json says the same times; tests/guards holds them equal. */
export const crons: Cron[] = [
  {
    name: "work-queues",
    schedule: "* * * * *",
    what: "Delivers what waits in the outbox and works the queues; picks up what a crash left.",
    run: async () => {
      await boss().supervise();
      return { jobs: await drain(45_000) };
    },
  },
  {
    name: "catch-up-subscriptions",
    schedule: "17 * * * *",
    what: "Asks the payment provider about memberships and payment pages of which nothing was heard.",
    run: async ({ ctx }) => {
      const until = later(new Date(), 40_000);
      const [pages, orders, memberships] = [await catchUpCheckouts(ctx, { until }), await catchUpOrders(ctx, { until }), await catchUpSubscriptions(ctx, { until })];
      return { pages: pages.looked, orders: orders.looked, memberships: memberships.looked, failed: pages.failed + orders.failed + memberships.failed };
    },
  },
  {
    name: "run-payouts",
    schedule: "5 6 * * *",
    what: "Begins the day's payouts: the queue pays creators what is old enough, or notes for each why not, stretch by stretch.",
    run: async ({ ctx }) => {
      await startPayoutRun(ctx);
      return { begun: true };
    },
  },
  {
    name: "catch-up-payouts",
    schedule: "37 * * * *",
    what: "Sends payouts that stand still again, and asks the provider about those on their way.",
    run: async ({ ctx }) => ({ ...(await catchUpPayouts(ctx, { until: later(new Date(), 40_000) })) }),
  },
  {
    name: "tend-disputes",
    schedule: "27 * * * *",
    what: "Decides disputes whose time to add to has passed; asks the provider about those of which nothing was heard.",
    run: async ({ ctx }) => {
      const caught = await catchUpDisputes(ctx, { until: later(new Date(), 40_000) });
      return { decided: await decideDue(ctx), ...caught };
    },
  },
  {
    name: "watch-dispute-ratio",
    schedule: "13 7 * * *",
    what: "Compares the month's disputes and fraud warnings with its sales, and tells us once for each line that is crossed.",
    run: async ({ ctx }) => {
      const { disputes, warnings, sales, ratioBps, raised } = await watchRatio(ctx);
      return { disputes, warnings, sales, ratioBps, raised };
    },
  },
  { name: "fund-shield", schedule: "31 3 * * *", what: "Sets aside the shield's part of yesterday's fees, and of days that were missed.", run: async ({ ctx }) => ({ ...(await fundShield(ctx)) }) },
  {
    name: "reconcile",
    schedule: "47 * * * *",
    what: "Compares our books with the provider's, movement by movement; any difference is an error with its exact lines.",
    run: async ({ ctx }) => {
      const { movements, difference, inFlight, lines } = await reconcile(ctx);
      if (lines.length > 0) throw new Error(`our books differ from the provider's by ${difference} cents in ${lines.length} places, the first: ${lines.slice(0, 5).map((line) => `${line.causeId ?? line.movementId ?? "?"} ${line.provider} there, ${line.ledger} here`).join("; ")}`);
      return { movements, inFlight, difference };
    },
  },
  {
    name: "tend-memberships",
    schedule: "37 * * * *",
    what: "Warns of and ends memberships whose payment stays out; reminds before a trial or a pause ends.",
    run: ({ ctx }) => tendMemberships(ctx, later(new Date(), 120_000)),
  },
  {
    name: "verify-ledger",
    schedule: "41 3 * * *",
    what: "Walks the books: every transaction sums to zero, every sale is booked as it says, every kept balance is the sum of its lines, every payout settles what it paid.",
    run: async ({ ctx }) => {
      const health = await checkLedger(ctx.db);
      const faults = faultsOf(health);
      if (faults.length > 0) throw new Error(`the ledger is in doubt: ${faults.join(", ")}`);
      return { ...health };
    },
  },
  {
    name: "verify-audit-chain",
    schedule: "11 4 * * *",
    what: "Walks the audit trail: every entry follows from the one before it, and none is gone since the last walk.",
    run: async ({ ctx }) => {
      const { entries, brokenAt, head, holdsEarlier } = await verifyAuditChain(ctx.db, await lastHead(ctx.db));
      if (brokenAt) throw new Error(`the audit chain breaks at ${brokenAt}`);
      if (!holdsEarlier) throw new Error("the audit trail ends before the entry it ended with at the last walk");
      return { entries, head };
    },
  },
  {
    name: "tend-keys",
    schedule: "53 1 * * *",
    what: "Turns the key that seals fields once a year, goes on with sealing anew, destroys keys that nothing uses.",
    run: ({ ctx }) => tendKeys(ctx, later(new Date(), 120_000)),
  },
  {
    name: "run-tax-year",
    schedule: "37 5 * 1 *",
    what: "In January, every night: makes last year's tax documents as drafts and keeps them as the books are. A person issues them.",
    run: async ({ ctx }) => {
      const { forms: _, ...counts } = await runTaxYear({ ctx, input: { year: ctx.now.getUTCFullYear() - 1, dryRun: false } }, { until: later(new Date(), 240_000) });
      return counts;
    },
  },
  { name: "tidy", schedule: "23 2 * * *", what: "Removes what has served its time: used links, old keys, delivered events, files nothing shows.", run: ({ ctx }) => tidy(ctx) },
];
