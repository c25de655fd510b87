import { AmountChoice } from "@/app/_ui/forms/amount-choice";
import { formatMoney } from "@/lib/platform/money/format";
import type { Offer } from "./tiers";

export type Every = "month" | "year";

/** Each month or once a year, with what a year truly saves. */
export function Rhythm({ tier, every, onEvery }: { tier: Offer; every: Every; onEvery: (every: Every) => void }) {
  const { annualAmount, minAmount, currency } = tier;
  if (annualAmount === null) return null;
  const saved = minAmount * 12 - annualAmount;
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  return (
    <fieldset className="mt-6">
      <legend className="mb-2.5 text-small font-semibold">How often?</legend>
      <div className="grid grid-cols-2 gap-2.5">
        <AmountChoice name="every" checked={every === "month"} onChange={() => onEvery("month")} label="Each month" />
        <AmountChoice name="every" checked={every === "year"} onChange={() => onEvery("year")} label="Once a year" />
      </div>
      <p className="num mt-2 text-small text-soft">
        {say(annualAmount)} a year{saved > 0 ? `: ${say(saved)} less than twelve months at ${say(minAmount)}.` : ", as much as twelve months."}
      </p>
    </fieldset>
  );
}

/** Days to try first. What is charged when stands below, with the sums. */
export function TryFirst({ days, checked, onChange }: { days: number; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="mt-5 flex cursor-pointer items-center gap-3 rounded-m border border-line bg-surface p-3.5">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} className="size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
      <span>
        <span className="block font-semibold">Try it for {days} days first</span>
        <span className="block text-small text-soft">Your card is needed, and pays on the last day. We remind you three days before.</span>
      </span>
    </label>
  );
}
