import type { Metadata } from "next";
import { found } from "@/app/_server/found";
import { Money } from "@/app/_ui/money/money";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { type DisputeDetail, type DisputeOfDesk, readDispute, readDisputeDesk, sayReason, sayStage } from "@/lib/commerce/disputes";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { adminContext } from "../../../../_parts/admin-context";
import { FinanceHead } from "../../_parts/finance-head";
import { IdLink } from "../../_parts/id-link";
import { Facts, Part } from "../../_parts/part";
import { PayeeLink } from "../../_parts/payee-link";
import { Trail } from "../../_parts/trail";
import { stageTone } from "../say-dispute";
import { Buyer } from "./buyer";
import { Decide } from "./decide";
import { Evidence } from "./evidence";

export const metadata: Metadata = { title: "A dispute" };

export default async function DisputePage({ params }: { params: Promise<{ disputeId: string }> }) {
  const disputeId = asId("dispute", (await params).disputeId);
  const ctx = await adminContext();
  const [dispute, desk] = await Promise.all([found(readDispute(ctx, disputeId)), found(readDisputeDesk(ctx, disputeId))]);
  return (
    <>
      <FinanceHead
        at="/admin/finance/disputes"
        back={{ href: "/admin/finance/disputes", label: "Disputes" }}
        title={formatMoney({ amount: dispute.amount, currency: dispute.currency })}
        lead={
          <>
            <Chip tone={stageTone[dispute.stage]}>{sayStage[dispute.stage]}</Chip> <span dir="auto">{desk.fan.name}</span> to <PayeeLink payee={desk.payee} />, because {sayReason(dispute.reason)}.
          </>
        }
      />
      <Decide dispute={dispute} desk={desk} now={ctx.now} />
      <div className="grid gap-x-9 gap-y-7 xl:grid-cols-2">
        <div className="grid content-start gap-7">
          <Evidence dispute={dispute} />
          <Part title="What has happened" lead="As the creator reads it.">
            <Facts rows={dispute.timeline.map(({ at, what, more }) => ({ label: what, value: <><DateTime date={at} style="moment" />{more && <span className="block text-soft">{more}</span>}</> }))} />
          </Part>
        </div>
        <div className="grid content-start gap-7">
          <Cents dispute={dispute} desk={desk} />
          <Buyer desk={desk} />
          <Part title="Who did what" lead="Looking at a dispute is noted too: it tells of a fan.">
            <Trail subject={dispute.id} entries={desk.trail} />
          </Part>
        </div>
      </div>
    </>
  );
}

function Cents({ dispute, desk }: { dispute: DisputeDetail; desk: DisputeOfDesk }) {
  const { currency, shield } = dispute;
  const money = (amount: number) => <Money amount={amount} currency={currency} />;
  return (
    <Part title="The money of it">
      <Facts
        rows={[
          { label: "The payment", value: <>{money(dispute.gross)} on <DateTime date={dispute.paidAt} />, <IdLink id={dispute.saleId} /></> },
          { label: "Disputed", value: money(dispute.amount) },
          { label: "The creator's part", value: money(dispute.yours) },
          { label: "Held of it now", value: money(dispute.held) },
          { label: "Taken by the bank", value: money(desk.taken) },
          { label: "Came back", value: money(desk.cameBack) },
          { label: "Fees of the provider", value: money(desk.fees) },
          ...(shield ? [{ label: "Shield", value: <>{money(shield.paid)} of {money(shield.loss)}: {shield.text}</> }] : []),
          { label: "At the provider", value: <IdLink id={desk.providerId} /> },
        ]}
      />
    </Part>
  );
}
