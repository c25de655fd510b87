import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { readGift } from "@/lib/commerce/orders";
import { TakeGift } from "./take-gift";

export const metadata: Metadata = { title: "A gift", robots: { index: false } };
type Props = { params: Promise<{ code: string }> };

/** What a gift's link opens, for whoever has signed in. */
export default async function Gift({ params }: Props) {
  const { code } = await params;
  const ctx = await memberContext();
  const gift = await found(readGift(ctx, code));
  const to = <LinkButton href={`/c/${gift.creator.handle}`}>{`To ${gift.creator.name}`}</LinkButton>;
  return (
    <div className="mx-auto max-w-[620px] py-6 lg:py-12">
      <h1 className="poster text-poster lg:text-wall">{gift.mine ? "You’re in." : gift.redeemed ? "This gift has been taken." : "A gift for you."}</h1>
      <p className="mt-4 text-large text-soft">
        <bdi className="font-semibold text-ink">{gift.tierName}</bdi> of <bdi>{gift.creator.name}</bdi> for {gift.months === 1 ? "a month" : `${gift.months} months`}. It ends by itself; nothing is ever charged.
      </p>
      {gift.message && <blockquote dir="auto" className="mt-5 border-l-2 border-line pl-4 text-large">{gift.message}</blockquote>}
      <div className="mt-7 flex flex-wrap gap-3">
        {!gift.redeemed && <TakeGift code={code} />}
        {to}
      </div>
    </div>
  );
}
