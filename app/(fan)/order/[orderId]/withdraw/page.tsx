import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { DateTime } from "@/app/_ui/time/date-time";
import { readOrder, readOrderWithdrawal } from "@/lib/commerce/orders";
import { id } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { ConfirmWithdrawal } from "../../../_parts/confirm-withdrawal";

export const metadata: Metadata = { title: "Withdraw from contract" };
type Props = { params: Promise<{ orderId: string }> };

/** The second of the two steps that the law asks for: what is withdrawn from, and the button that does it. */
export default async function Withdraw({ params }: Props) {
  const ctx = await memberContext();
  const orderId = id("order").safeParse((await params).orderId);
  if (!orderId.success) notFound();
  const order = await found(readOrder(ctx, orderId.data));
  const { right, until, withdrawnAt, goesBack, currency } = await readOrderWithdrawal(ctx, orderId.data);
  const money = formatMoney({ amount: goesBack, currency });
  const back = <LinkButton href="/library/payments" size="small">Your payments</LinkButton>;
  return (
    <div className="grid max-w-[620px] gap-5">
      <Link href="/library/payments" className="flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Payments
      </Link>
      <PageHead title="Withdraw from contract" />
      {right === "withdrawn" && withdrawnAt && (
        <Notice tone="in" title={<>We have your withdrawal of <DateTime date={withdrawnAt} style="moment" />.</>} action={back}>{goesBack > 0 ? `${money} goes back to the card you paid with, within fourteen days. The proof is in your mail.` : "All of it is back with you, or on its way. The proof is in your mail."}</Notice>
      )}
      {right === "none" && <Notice title="There is nothing to withdraw from here." action={back}>The right to withdraw is that of buyers in the EU and the EEA, within fourteen days of buying.</Notice>}
      {right === "used" && <Notice tone="held" title="You asked for it at once, and have opened it." action={back}>Before you paid, you agreed that it opens at once and that this ends the right to withdraw once you have opened it.</Notice>}
      {right === "open" && until && (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
            <dt className="text-soft">Contract</dt>
            <dd><bdi>{order.title}</bdi> by <bdi>{order.creator.name}</bdi></dd>
            <dt className="text-soft">Number</dt>
            <dd className="num text-small wrap-anywhere">{order.id}</dd>
            <dt className="text-soft">Until</dt>
            <dd><DateTime date={until} /></dd>
            <dt className="text-soft">Goes back</dt>
            <dd className="num font-semibold">{money}</dd>
          </dl>
          <p className="text-small text-soft">{order.posts.length > 1 ? "Its posts are shut to you at once" : "It is shut to you at once"}{goesBack > 0 && `, and ${money} goes back to the card you paid with`}. You need give no reason. We send you a mail with the time your withdrawal came in.</p>
          <ConfirmWithdrawal contract={{ orderId: order.id }} />
        </>
      )}
    </div>
  );
}
