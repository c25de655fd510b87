import { Fragment } from "react";
import { formatDate } from "@/app/_ui/date-format";
import { type FeeRules, splitPrice } from "@/app/_ui/fee-split";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { monthsLater, type Schedule } from "@/lib/commerce/promotions/count";
import { toWhom } from "@/lib/commerce/purchases/share-out";
import { formatMoney } from "@/lib/platform/money/format";
import type { Every } from "./rhythm";

type Props = { amount: number; rules: FeeRules; artist: string; /** They share it with others. */ shared: boolean; /** ISO: the day of the page. */ today: string; every: Every; /** 0: it is paid at once. */ trialDays: number; currency: string; /** What a code makes of it. */ due?: Schedule | undefined };

/** What is charged today, on which day again, and who gets which part of it. */
export function Sums({ amount, rules, artist, shared, today, every, trialDays, currency, due }: Props) {
  // What is paid first counts; of nothing, nobody gets a part.
  const paid = due && due.now > 0 ? due.now : amount;
  const split = splitPrice(paid, rules);
  const say = (minor: number) => formatMoney({ amount: minor, currency });
  return (
    <>
      <p className="mt-3 text-small text-soft">{`Of ${say(paid)}, about ${say(split.net)} reaches ${toWhom(artist, shared)}.`}</p>
      <dl className="num mt-4 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        {(due ? underCode(due, amount, { today, every }) : plain(amount, { today, every, trialDays })).map(({ when, amount: minor, strong, before }) => (
          <Fragment key={when}>
            <dt className={strong ? undefined : "text-soft"}>{when}</dt>
            <dd className={strong ? "text-right font-semibold" : "text-right text-soft"}>
              {before !== undefined && (
                <s className="mr-2 font-normal text-soft">
                  <span className="sr-only">instead of </span>
                  {say(before)}
                </s>
              )}
              {say(minor)}
            </dd>
          </Fragment>
        ))}
      </dl>
      <details className="group mt-4">
        <summary className="link w-fit list-none rounded-s py-0.5 text-small [&::-webkit-details-marker]:hidden">Every cent</summary>
        <div className="pt-3">
          <PriceSplit split={split} currency={currency} layout="list" netLabel={shared ? toWhom("To the artist", shared) : undefined} />
          <p className="mt-2 text-tiny text-soft">The card fee is the usual one; some cards cost more or less. The artist sees the exact sum.</p>
        </div>
      </details>
    </>
  );
}

type Line = { when: string; amount: number; strong: boolean; before?: number };

function plain(amount: number, { today, every, trialDays }: { today: string; every: Every; trialDays: number }): Line[] {
  const first = new Date(new Date(today).getTime() + trialDays * 86_400_000);
  const rest = { when: `Then ${again(first, every)}, until you cancel`, amount, strong: false };
  if (trialDays === 0) return [{ when: "Today", amount, strong: true }, rest];
  return [{ when: "Today", amount: 0, strong: true }, { when: `On ${formatDate(first)}, unless you cancel before`, amount, strong: true }, rest];
}

/** With a code: today, as long as it holds, and from which day on what. */
function underCode({ now, then }: Schedule, amount: number, { today, every }: { today: string; every: Every }): Line[] {
  const day = new Date(today);
  const first = { when: "Today", amount: now, strong: true, before: amount };
  if (!then) return [first, { when: `Then ${again(day, every)}, until you cancel`, amount: now, strong: false }];
  const full = monthsLater(day, then.after * (every === "year" ? 12 : 1));
  const between = then.after > 1 ? [{ when: `Then ${again(day, every)}, ${then.after === 2 ? "once" : `${then.after - 1} times`}`, amount: now, strong: false }] : [];
  return [first, ...between, { when: `From ${formatDate(full)} on, ${again(day, every)}, until you cancel`, amount: then.amount, strong: true }];
}

function again(first: Date, every: Every): string {
  const day = first.getUTCDate();
  return every === "year" ? `each year on ${formatDate(first, "short")}` : `each month on the ${ordinal(day)}${day > 28 ? " or its last day" : ""}`;
}

function ordinal(n: number): string {
  const ending = n % 100 >= 11 && n % 100 <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th");
  return `${n}${ending}`;
}
