import Link from "next/link";
import { Money } from "@/app/_ui/money/money";
import { balancesOf, bookBalances } from "@/lib/commerce/papers";
import { holdRules, type Payee } from "@/lib/commerce/payouts";
import { adminContext } from "../../../_parts/admin-context";
import { HoldDialog } from "../_parts/hold-dialog";

/** What every account holds: ours, and all creators' together; or one creator's three. Each leads to its lines. */
export async function Balances({ payee, open }: { payee: Payee | undefined; open: boolean }) {
  const ctx = await adminContext();
  const rows = payee ? await ofOne(ctx, payee.creatorId) : await ofAll(ctx);
  return (
    <details open={open || payee !== undefined} className="mb-5 rounded-m border border-line bg-surface px-4 py-3">
      <summary className="w-fit rounded-s font-semibold">{payee ? <span dir="auto">{payee.name}, @{payee.handle}</span> : "Balances"}</summary>
      <dl className="mt-2 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {rows.map(({ label, amount, href }) => (
          <div key={label} className="flex justify-between gap-4 border-t border-line py-2">
            <dt>
              <Link href={href} className="hover:underline hover:underline-offset-3">
                {label}
              </Link>
            </dt>
            <dd>
              <Money amount={amount} className={amount === 0 ? "text-soft" : ""} />
            </dd>
          </div>
        ))}
      </dl>
      {payee && (
        <div className="mt-2 flex flex-wrap items-center gap-3 border-t border-line pt-3">
          <Link href={`/admin/finance/payouts?creator=${payee.creatorId}`} className="link">
            Payouts
          </Link>
          <Link href={`/admin/finance/payouts/holds?show=all&creator=${payee.creatorId}`} className="link">
            Holds
          </Link>
          <span className="num text-soft">{payee.creatorId}</span>
          <span className="ml-auto">
            <HoldDialog creatorId={payee.creatorId} rules={holdRules} />
          </span>
        </div>
      )}
    </details>
  );
}

type Ctx = Awaited<ReturnType<typeof adminContext>>;
const path = "/admin/finance/ledger";

async function ofAll(ctx: Ctx) {
  const { ours, creators } = await bookBalances(ctx);
  return [{ label: "Owed to creators", amount: creators, href: `${path}?account=own` }, ...ours.map(({ name, label, amount }) => ({ label, amount, href: `${path}?account=${name}` }))];
}

async function ofOne(ctx: Ctx, creatorId: string) {
  const { own, held, payout } = await balancesOf(ctx, creatorId);
  const to = (account: string) => `${path}?creator=${creatorId}&account=${account}`;
  return [
    { label: "Balance", amount: own, href: to("own") },
    { label: "Held", amount: held, href: to("held") },
    { label: "On its way", amount: payout, href: to("payout") },
  ];
}
