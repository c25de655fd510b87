import { formatDate } from "@/app/_ui/date-format";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import type { PromotionView } from "@/lib/commerce/promotions";
import { formatMoney } from "@/lib/platform/money/format";
import { ArchiveCode, CopyLink } from "./promotion-actions";

const tones: Record<PromotionView["state"], ChipTone> = { open: "in", over: "plain", "used up": "held", archived: "plain" };
const states: Record<PromotionView["state"], string> = { open: "Open", over: "Run out", "used up": "Used up", archived: "Archived" };

type Props = { promotion: PromotionView; tierNames: string[]; link: string };

/** One code with what came of it. */
export function PromotionCard({ promotion, tierNames, link }: Props) {
  const { code, words, state, currency, redeemed, held, mostRedemptions, endsAt, paid, yours } = promotion;
  const say = (amount: number) => formatMoney({ amount, currency });
  // The last day is the one before the moment it ends.
  const until = endsAt && `until ${formatDate(new Date(new Date(endsAt).getTime() - 1))}`;
  const where = tierNames.length === 0 ? "any tier" : tierNames.join(", ");
  return (
    <Card as="li" className="grid gap-x-10 gap-y-4 md:grid-cols-[1fr_auto]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="display text-title wrap-anywhere">{code}</h2>
          <Chip tone={tones[state]}>{states[state]}</Chip>
        </div>
        <p className="mt-1">{words}</p>
        <p className="mt-0.5 text-small text-soft">
          For joining <bdi>{where}</bdi>
          {until && `, ${until}`}
        </p>
      </div>
      <dl className="num grid grid-cols-3 content-start gap-x-8 gap-y-0.5 md:text-right">
        <dt className="order-1 text-small text-soft">Redeemed</dt>
        <dd className="order-4 font-semibold">
          {redeemed.toLocaleString("en-US")}
          {mostRedemptions !== null && <span className="font-normal text-soft"> of {mostRedemptions.toLocaleString("en-US")}</span>}
        </dd>
        <dt className="order-2 text-small text-soft">Paid</dt>
        <dd className="order-5 font-semibold">{say(paid)}</dd>
        <dt className="order-3 text-small text-soft">Yours</dt>
        <dd className="order-6 font-semibold text-in">{say(yours)}</dd>
        {held > 0 && <dd className="order-7 col-span-3 text-small text-soft">{held === 1 ? "One is on the payment page now" : `${held} are on the payment page now`}</dd>}
      </dl>
      {state !== "archived" && (
        <div className="flex flex-wrap gap-2 md:col-span-2">
          {state === "open" && <CopyLink code={code} link={link} />}
          <ArchiveCode promotionId={promotion.id} code={code} redeemed={redeemed} />
        </div>
      )}
    </Card>
  );
}
