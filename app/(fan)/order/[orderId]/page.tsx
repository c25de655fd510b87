import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Card } from "@/app/_ui/surfaces/card";
import { confirmOrder, type OrderView, readOrder } from "@/lib/commerce/orders";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { CopyLink } from "../../_parts/copy-link";

export const metadata: Metadata = { title: "Your payment" };
type Props = { params: Promise<{ orderId: string }> };

/** Where the provider sends people back. What it says decides; while it is away, what we know is shown. */
export default async function Order({ params }: Props) {
  const ctx = await memberContext();
  const orderId = id("order").safeParse((await params).orderId);
  if (!orderId.success) notFound();
  await found(readOrder(ctx, orderId.data));
  const order = await confirmOrder({ ctx, input: { orderId: orderId.data } }).catch(() => readOrder(ctx, orderId.data));
  const back = <LinkButton href={`/c/${order.creator.handle}`}>{`To ${order.creator.name}`}</LinkButton>;
  return (
    <div className="mx-auto max-w-[620px] py-6 lg:py-12">
      {order.state === "paid" && (order.kind === "post" || order.kind === "bundle" ? <Bought order={order} /> : <Paid order={order} />)}
      {order.state === "returned" && <Returned order={order} />}
      {order.state === "open" && <Open order={order} />}
      {order.state === "expired" && (
        <>
          <h1 className="poster text-name lg:text-poster">That payment was not made.</h1>
          <p className="mt-4 text-large text-soft">The payment page has closed and nothing was charged.</p>
        </>
      )}
      <div className="mt-7 flex flex-wrap gap-3">{back}</div>
    </div>
  );
}

/** Theirs, and the way to it. */
function Bought({ order: { kind, title, creator, amount, currency, posts } }: { order: OrderView }) {
  const [first] = posts;
  return (
    <>
      <h1 className="poster text-poster lg:text-wall">It is yours.</h1>
      <p className="mt-4 text-large text-soft">
        <bdi className="font-semibold text-ink">{title}</bdi> by <bdi>{creator.name}</bdi>, {formatMoney({ amount, currency })}. {kind === "bundle" && `All ${posts.length} posts are open to you. `}The receipt comes by mail.
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        {kind === "post" && first && (
          <LinkButton href={`/p/${first.id}`} variant="primary">
            Open it
          </LinkButton>
        )}
        <LinkButton href="/library/purchases" variant={kind === "post" ? "quiet" : "primary"}>
          What you bought
        </LinkButton>
      </div>
    </>
  );
}

/** Paid for what was theirs already, or is gone. */
function Returned({ order: { title, amount, currency } }: { order: OrderView }) {
  return (
    <>
      <h1 className="poster text-name lg:text-poster">This goes back to you.</h1>
      <p className="mt-4 text-large text-soft">
        You had <bdi className="font-semibold text-ink">{title}</bdi> already, or it was taken back while you were paying. All of {formatMoney({ amount, currency })} goes back to your card; banks usually show it within ten days.
      </p>
      <div className="mt-7 flex flex-wrap gap-3">
        <LinkButton href="/library/purchases" variant="primary">
          What you bought
        </LinkButton>
      </div>
    </>
  );
}

function Paid({ order: { kind, amount, currency, creator, message, tierName, months, giftLink, redeemed } }: { order: OrderView }) {
  const paid = formatMoney({ amount, currency });
  if (kind === "tip") {
    return (
      <>
        <h1 className="poster text-poster lg:text-wall">Thank you.</h1>
        <p className="mt-4 text-large text-soft">
          <bdi>{creator.name}</bdi> has your {paid}{message ? " and your words" : ""}. The receipt comes by mail.
        </p>
      </>
    );
  }
  return (
    <>
      <h1 className="poster text-poster lg:text-wall">Yours to give.</h1>
      <p className="mt-4 text-large text-soft">
        <bdi className="font-semibold text-ink">{tierName}</bdi> of <bdi>{creator.name}</bdi> for {months === 1 ? "a month" : `${months ?? ""} months`}, {paid}. {redeemed ? "It has been taken." : "Pass this link on; its months begin when somebody takes it. The mail with the receipt has it too."}
      </p>
      {giftLink && !redeemed && (
        <Card className="mt-6">
          <CopyLink link={giftLink} />
        </Card>
      )}
    </>
  );
}

function Open({ order: { url } }: { order: OrderView }) {
  return (
    <>
      <h1 className="poster text-name lg:text-poster">Not paid yet.</h1>
      <p className="mt-4 text-large text-soft">The payment provider has not told us of a payment. If you have just paid, look again in a moment; you are not charged twice.</p>
      <div className="mt-7 flex flex-wrap gap-3">
        {url && (
          <LinkButton href={url} variant="primary">
            Back to the payment page
          </LinkButton>
        )}
        <LinkButton href="?">Look again</LinkButton>
      </div>
    </>
  );
}
