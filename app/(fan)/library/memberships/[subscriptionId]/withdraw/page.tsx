import type { Metadata } from "next";
import { formatDate } from "@/app/_ui/date-format";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import { DateTime } from "@/app/_ui/time/date-time";
import { readWithdrawal } from "@/lib/commerce/subscriptions";
import { formatMoney } from "@/lib/platform/money/format";
import { ConfirmWithdrawal } from "../../../../_parts/confirm-withdrawal";
import { membershipOf } from "../_parts/membership-of";
import { Sheet } from "../_parts/sheet";

export const metadata: Metadata = { title: "Withdraw from contract" };
type Props = { params: Promise<{ subscriptionId: string }> };

/** The second of the two steps that the law asks for: what is withdrawn from, and the button that does it. */
export default async function Withdraw({ params }: Props) {
  const { ctx, membership } = await membershipOf(params);
  const { id, creator, tier, startedAt } = membership;
  const { right, until, withdrawnAt, goesBack, currency } = await readWithdrawal(ctx, id);
  const money = formatMoney({ amount: goesBack, currency });
  const back = <LinkButton href={`/library/memberships/${id}`} size="small">Your membership</LinkButton>;
  return (
    <Sheet membership={membership} title="Withdraw from contract">
      {right === "withdrawn" && withdrawnAt && (
        <Notice tone="in" title={<>We have your withdrawal of <DateTime date={withdrawnAt} style="moment" />.</>} action={back}>
          {goesBack > 0 ? `${money} goes back to the card you paid with, within fourteen days. The proof is in your mail.` : "Nothing more goes back: you paid nothing, or it is back with you or on its way. The proof is in your mail."}
        </Notice>
      )}
      {right === "none" && <Notice title="There is nothing to withdraw from here." action={back}>The right to withdraw is that of buyers in the EU and the EEA, within fourteen days of joining. You can cancel at any time.</Notice>}
      {right === "used" && <Notice tone="held" title="You asked for everything at once, and have opened it." action={back}>Before you paid, you agreed that access begins at once and that this ends the right to withdraw once you have opened what is for members. You can cancel: nothing more is charged.</Notice>}
      {right === "open" && until && (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
            <dt className="text-soft">Contract</dt>
            <dd><bdi>{tier.name}</bdi> of <bdi>{creator.name}</bdi></dd>
            <dt className="text-soft">Made on</dt>
            <dd>{formatDate(new Date(startedAt))}</dd>
            <dt className="text-soft">Number</dt>
            <dd className="num text-small wrap-anywhere">{id}</dd>
            <dt className="text-soft">Goes back</dt>
            <dd className="num font-semibold">{money}</dd>
          </dl>
          <p className="text-small text-soft">The membership ends at once{goesBack > 0 && `, and ${money} goes back to the card you paid with`}. You need give no reason. We send you a mail with the time your withdrawal came in.</p>
          <ConfirmWithdrawal contract={{ subscriptionId: id }} />
        </>
      )}
    </Sheet>
  );
}
