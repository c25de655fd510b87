import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { formatDate } from "@/app/_ui/date-format";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Card } from "@/app/_ui/surfaces/card";
import { type GiftView, readGift } from "@/lib/commerce/orders";
import { config } from "@/lib/platform/config";
import { CopyLink } from "../../_parts/copy-link";
import { TakeGift } from "./take-gift";

export const metadata: Metadata = { title: "A gift", robots: { index: false } };
type Props = { params: Promise<{ code: string }> };

function titleOf({ reader, state }: GiftView): string {
  if (state === "gone") return "This gift cannot be taken.";
  if (state === "ended") return "This gift has ended.";
  if (reader === "taker") return "You’re in.";
  if (state === "taken") return "This gift has been taken.";
  return { taker: "", giver: "Yours to give.", creator: "A gift of a fan.", guest: "A gift for you." }[reader];
}

/** How long it runs, where it still does. */
function termOf({ reader, state, until }: GiftView): string {
  if (state === "gone" || state === "ended") return "Its payment went back, or the bank of whoever gave it has asked for it.";
  if (state === "taken" && reader === "guest") return "";
  return reader === "taker" && until ? `It ends by itself on ${formatDate(until)}; nothing is ever charged.` : "It ends by itself; nothing is ever charged.";
}

/** What a gift's link opens, for whoever has signed in. */
export default async function Gift({ params }: Props) {
  const { code } = await params;
  const gift = await found(readGift(await memberContext(), code));
  const { reader, state, creator, months } = gift;
  return (
    <div className="mx-auto max-w-[620px] py-6 lg:py-12">
      <h1 className="poster text-poster lg:text-wall">{titleOf(gift)}</h1>
      <p className="mt-4 text-large text-soft">
        <bdi className="font-semibold text-ink">{gift.tierName}</bdi> of <bdi>{creator.name}</bdi> for {months === 1 ? "a month" : `${months} months`}
        {reader !== "giver" && gift.giver && <>, from <bdi>{gift.giver}</bdi></>}. {termOf(gift)}
      </p>
      {gift.message && <blockquote dir="auto" className="mt-5 border-l-2 border-line pl-4 text-large">{gift.message}</blockquote>}
      {reader === "giver" && state === "open" && (
        <Card className="mt-6">
          <p className="mb-4 text-soft">Pass this link on: its months begin when somebody takes it. You can take it yourself, too.</p>
          <CopyLink link={`${config().APP_URL}/gift/${code}`} />
        </Card>
      )}
      {reader === "creator" && state === "open" && <p className="mt-5 text-soft">It is a membership of your own page, so it is for somebody else to take.</p>}
      <div className="mt-7 flex flex-wrap gap-3">
        {state === "open" && reader !== "creator" && <TakeGift code={code} own={reader === "giver"} />}
        <LinkButton size="large" href={`/c/${creator.handle}`}>{`To ${creator.name}`}</LinkButton>
      </div>
    </div>
  );
}
