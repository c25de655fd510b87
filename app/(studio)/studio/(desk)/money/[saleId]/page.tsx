import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { DateTime } from "@/app/_ui/time/date-time";
import { Card } from "@/app/_ui/surfaces/card";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { found } from "@/app/_server/found";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { explainSale } from "@/lib/commerce/purchases";
import { asId } from "@/lib/platform/ids";
import { formatMoney } from "@/lib/platform/money/format";
import { SaleParts } from "../sale-parts";
import { saySale } from "../say-sale";

export const metadata: Metadata = { title: "A sale" };

type Props = { params: Promise<{ saleId: string }> };

export default async function SalePage({ params }: Props) {
  const { saleId } = await params;
  const { ctx } = await studioContext();
  const { sale } = await found(explainSale(ctx, asId("sale", saleId)));
  return (
    <>
      <Link href="/studio/money" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Money
      </Link>
      <PageHead
        title={formatMoney({ amount: sale.yours, currency: sale.currency })}
        lead={
          <>
            {saySale(sale)} and paid {formatMoney({ amount: sale.gross, currency: sale.currency })} on <DateTime date={sale.occurredAt} style="moment" />. This is what is yours{sale.yours < sale.net && ", after what you share"}.
          </>
        }
      />
      <Card className="max-w-[880px] lg:p-6">
        <SaleParts saleId={sale.id} />
      </Card>
      <p className="num mt-4 text-small text-soft">If you write to us about it, quote {sale.id}</p>
    </>
  );
}
