import { Chip } from "@/app/_ui/surfaces/chip";
import { disputeFigures, ratioThresholdsBps, shieldRules } from "@/lib/commerce/disputes";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../_parts/admin-context";
import { Figure, Figures } from "../_parts/figure";

const percent = (bps: number): string => `${(bps / 100).toFixed(2)} %`;

/** This month's disputes to its sales beside our lines, and what the shield has left. */
export async function Ratio() {
  const ctx = await adminContext();
  const { ratio, alerts, shield, open } = await disputeFigures(ctx);
  const crossed = ratioThresholdsBps.filter((line) => ratio.ratioBps >= line);
  const usd = (amount: number) => formatMoney({ amount, currency: "usd" });
  return (
    <div className="mb-6">
      <Figures>
        <Figure label="Disputed this month" value={percent(ratio.ratioBps)} tone={crossed.length > 1 ? "danger" : crossed.length > 0 ? "held" : "plain"} note={`${ratio.disputes} disputes and ${ratio.warnings} warnings of ${ratio.sales.toLocaleString("en-US")} sales`} href="/admin/finance/disputes?show=all">
          <Scale bps={ratio.ratioBps} />
        </Figure>
        <Figure label="Not ended" value={open.toLocaleString("en-US")} note="at the bank, or to be answered" href="/admin/finance/disputes" />
        <Figure label="Shield, left" value={usd(shield.pool)} note={`${shieldRules.fundingBps / 100} % of each day's sales, out of our fee`} href="/admin/finance/ledger?account=shield" />
        <Figure label="Shield, paid this month" value={usd(shield.paidThisMonth)} note="to creators whose fans disputed in bad faith" href="/admin/finance/ledger?kind=shield" />
      </Figures>
      {alerts.length > 0 && (
        <p className="mt-3 flex flex-wrap items-center gap-2 text-soft">
          Lines crossed before:
          {alerts.slice(0, 6).map(({ month, thresholdBps, ratioBps }) => (
            <Chip key={`${month} ${thresholdBps}`} tone="held">
              {month}: {percent(ratioBps)}, over {percent(thresholdBps)}
            </Chip>
          ))}
        </p>
      )}
    </div>
  );
}

/** Where the month stands between nothing and the last of our lines. Visa begins to act at about half a per cent. */
function Scale({ bps }: { bps: number }) {
  const most = Math.max(...ratioThresholdsBps);
  return (
    <span role="img" aria-label={`${percent(bps)}; our lines are at ${ratioThresholdsBps.map(percent).join(", ")}`} className="relative mt-1 block h-6">
      <span className="absolute inset-x-0 top-0 block h-1.5 overflow-hidden rounded-full bg-raised">
        <span className="block h-full bg-ink" style={{ width: `${Math.min(100, (bps / most) * 100)}%` }} />
      </span>
      {ratioThresholdsBps.map((line) => (
        <span key={line} className="num absolute top-0 text-[10px] leading-none text-soft" style={{ left: `${(line / most) * 100}%` }}>
          <span className="absolute -top-0.5 right-0 block h-2.5 border-r-2 border-outline" />
          <span className="absolute top-3 right-0">{(line / 100).toFixed(1)}</span>
        </span>
      ))}
    </span>
  );
}
