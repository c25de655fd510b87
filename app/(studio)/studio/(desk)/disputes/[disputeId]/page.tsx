import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { evidenceLimits, readDispute, sayStage } from "@/lib/commerce/disputes";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { sayWho, toneOf } from "../say-dispute";
import { AddEvidence } from "./add-evidence";
import { MoneyOfIt } from "./money-of-it";
import { Strength } from "./strength";
import { Timeline } from "./timeline";

export const metadata: Metadata = { title: "A dispute" };

type Props = { params: Promise<{ disputeId: string }> };

export default async function DisputePage({ params }: Props) {
  const { disputeId } = await params;
  const { ctx } = await studioContext();
  const dispute = await found(readDispute(ctx, asId("dispute", disputeId)));
  const { amount, currency, gross, stage, paidAt, canAdd } = dispute;
  return (
    <>
      <Link href="/studio/disputes" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Disputes
      </Link>
      <PageHead
        title={formatMoney({ amount, currency })}
        lead={
          <>
            <span dir="auto">{sayWho(dispute)}</span>: {amount === gross ? "all" : "part"} of the {formatMoney({ amount: gross, currency })} paid on <DateTime date={paidAt} />.{" "}
            <Link href={`/studio/money/${dispute.saleId}`} className="link">
              The sale
            </Link>
          </>
        }
        actions={<Chip tone={toneOf[stage]}>{sayStage[stage]}</Chip>}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_320px] lg:items-start">
        <div className="grid gap-6">
          {canAdd && <AddEvidence disputeId={dispute.id} answerBy={dispute.answerBy} additions={dispute.additions} limits={evidenceLimits} />}
          <Card as="section" aria-labelledby="story">
            <h2 id="story" className="mb-4 font-semibold">
              What happened
            </h2>
            <Timeline events={dispute.timeline} />
          </Card>
        </div>
        <div className="grid gap-6">
          <MoneyOfIt dispute={dispute} />
          <Strength dispute={dispute} />
        </div>
      </div>
      <p className="num mt-6 text-small text-soft">If you write to us about it, quote {dispute.id}</p>
    </>
  );
}
