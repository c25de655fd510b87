import { Sparkline } from "@/app/_ui/charts/sparkline";
import type { ReactNode } from "react";
import { houseCounts, monthOfSales } from "@/lib/operations/overview";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../_parts/admin-context";

export async function Counts() {
  const ctx = await adminContext();
  const [counts, month] = await Promise.all([houseCounts(ctx.db), monthOfSales(ctx)]);
  const say = (count: number) => (count >= counts.countedUpTo ? `${count.toLocaleString("en-US")}+` : count.toLocaleString("en-US"));
  const usd = (amount: number) => formatMoney({ amount, currency: "usd" });
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Tile label="People" value={say(counts.people)} />
      <Tile label="Open pages" value={say(counts.pages)} />
      <Tile label="Published posts" value={say(counts.posts)} />
      <Tile label="Memberships" value={say(counts.memberships)} />
      <Tile label="Sales this month" value={say(month.sales)} />
      <Tile label="Paid by fans this month" value={usd(month.gross)} />
      <Tile label="DirectFanz's share" value={usd(month.platformFees)} />
      <Tile label="Sales a day, thirty days" value={(month.days.at(-1) ?? 0).toLocaleString("en-US")} note="today">
        <Sparkline values={month.days} label={`Sales on each of the last thirty days, ${month.days.join(", ")}`} />
      </Tile>
    </div>
  );
}

function Tile({ label, value, note, children }: { label: string; value: string; note?: string; children?: ReactNode }) {
  return (
    <div className="min-w-0 rounded-m border border-line bg-surface px-4 py-3.5">
      <p className="text-soft">{label}</p>
      <p className="mt-1 flex items-baseline gap-1.5">
        <span className="display num text-title">{value}</span>
        {note && <span className="text-tiny text-soft">{note}</span>}
      </p>
      {children && <div className="mt-1.5 [&_svg]:w-full">{children}</div>}
    </div>
  );
}
