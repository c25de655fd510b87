import { formatDate } from "@/app/_ui/date-format";
import { type FeeRules, splitPrice } from "@/app/_ui/fee-split";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { formatMoney } from "@/lib/platform/money/format";
import type { Every } from "./rhythm";

type Props = { amount: number; rules: FeeRules; artist: string; /** ISO: the day of the page. */ today: string; every: Every; /** 0: it is paid at once. */ trialDays: number; currency: string };

/** What is charged today, on which day again, and who gets which part of it. */
export function Sums({ amount, rules, artist, today, every, trialDays, currency }: Props) {
  const split = splitPrice(amount, rules);
  const say = (minor: number) => formatMoney({ amount: minor, currency });
  const first = new Date(new Date(today).getTime() + trialDays * 86_400_000);
  return (
    <>
      <p className="mt-3 text-small text-soft">{`Of ${say(amount)}, about ${say(split.net)} reaches ${artist}.`}</p>
      <dl className="num mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        <dt>Today</dt>
        <dd className="text-right font-semibold">{say(trialDays > 0 ? 0 : amount)}</dd>
        {trialDays > 0 && (
          <>
            <dt>{`On ${formatDate(first)}, unless you cancel before`}</dt>
            <dd className="text-right font-semibold">{say(amount)}</dd>
          </>
        )}
        <dt className="text-soft">{`Then ${again(first, every)}, until you cancel`}</dt>
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

function again(first: Date, every: Every): string {
  const day = first.getUTCDate();
  return every === "year" ? `each year on ${formatDate(first, "short")}` : `each month on the ${ordinal(day)}${day > 28 ? " or its last day" : ""}`;
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th");
  return `${n}${ending}`;
}
