import type { FeeRules } from "@/app/_ui/fee-split";
import { splitPrice } from "@/app/_ui/fee-split";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { toWhom } from "@/lib/commerce/purchases/share-out";
import { formatMoney } from "@/lib/platform/money/format";

type Props = { amount: number; currency: string; artist: string; /** They share it with others. */ shared: boolean; rules: FeeRules };

/** What is charged today, and who gets which part of it. */
export function PaidOnce({ amount, currency, artist, shared, rules }: Props) {
  const split = splitPrice(amount, rules);
  const say = (minor: number) => formatMoney({ amount: minor, currency });
  return (
    <>
      <dl className="num mt-5 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        <dt>Today, once</dt>
        <dd className="text-right font-semibold">{say(amount)}</dd>
      </dl>
      <p className="mt-2 text-small text-soft">{`Of this, about ${say(split.net)} reaches ${toWhom(artist, shared)}.`}</p>
      <details className="group mt-3">
        <summary className="link w-fit list-none rounded-s py-0.5 text-small [&::-webkit-details-marker]:hidden">Every cent</summary>
        <div className="pt-3">
          <PriceSplit split={split} currency={currency} layout="list" netLabel={shared ? toWhom("To the artist", shared) : undefined} />
          <p className="mt-2 text-tiny text-soft">The card fee is the usual one; some cards cost more or less. The artist sees the exact sum.</p>
        </div>
      </details>
    </>
  );
}
