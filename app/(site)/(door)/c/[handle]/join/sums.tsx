import { type FeeRules, splitPrice } from "@/app/_ui/fee-split";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { formatMoney } from "@/lib/platform/money/format";

/** What is charged today, on which day again, and who gets which part of it. */
export function Sums({ amount, rules, artist, day, currency }: { amount: number; rules: FeeRules; artist: string; day: number; currency: string }) {
  const split = splitPrice(amount, rules);
  const say = (minor: number) => formatMoney({ amount: minor, currency });
  return (
    <>
      <p className="mt-3 text-small text-soft">{`Of ${say(amount)}, about ${say(split.net)} reaches ${artist}.`}</p>
      <dl className="num mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        <dt>Today</dt>
        <dd className="text-right font-semibold">{say(amount)}</dd>
        <dt className="text-soft">{`Then each month on the ${ordinal(day)}${day > 28 ? " or its last day" : ""}, until you cancel`}</dt>
        <dd className="text-right text-soft">{say(amount)}</dd>
      </dl>
      <details className="group mt-4">
        <summary className="link w-fit list-none rounded-s py-0.5 text-small [&::-webkit-details-marker]:hidden">Every cent</summary>
        <div className="pt-3">
          <PriceSplit split={split} currency={currency} layout="list" />
          <p className="mt-2 text-tiny text-soft">The card fee is the usual one; some cards cost more or less. The artist sees the exact sum.</p>
        </div>
      </details>
    </>
  );
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th");
  return `${n}${ending}`;
}
