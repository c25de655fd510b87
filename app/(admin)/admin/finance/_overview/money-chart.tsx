import { LineChart } from "@/app/_ui/charts/line-chart";
import { formatDate } from "@/app/_ui/date-format";
import { moneyByDay } from "@/lib/commerce/papers";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { Part } from "../_parts/part";

const usd = (amount: number): string => formatMoney({ amount, currency: "usd" }, { trim: true });

/** Sales and payouts of the last thirty days, each with its table. */
export async function MoneyChart() {
  const days = await moneyByDay(await adminContext());
  const point = (day: string, value: number) => ({ label: formatDate(new Date(day), "short"), value });
  const total = (pick: (day: (typeof days)[number]) => number): string => usd(days.reduce((sum, day) => sum + pick(day), 0));
  return (
    <Part title="Thirty days">
      <div className="grid gap-6">
        <div>
          <p className="mb-4 text-soft">Sales, after fees, what creators earned: {total(({ earned }) => earned)}</p>
          <LineChart title="What creators earned on each of the last thirty days" points={days.map(({ day, earned }) => point(day, earned))} format={usd} valueLabel="Earned" height={130} empty="Nothing was sold in thirty days." />
        </div>
        <div>
          <p className="mb-4 text-soft">Payouts, taken from balances: {total(({ paidOut }) => paidOut)}</p>
          <LineChart title="What was paid out on each of the last thirty days" points={days.map(({ day, paidOut }) => point(day, paidOut))} format={usd} valueLabel="Paid out" height={130} empty="Nothing was paid out in thirty days." />
        </div>
      </div>
    </Part>
  );
}
