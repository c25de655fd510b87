import Link from "next/link";
import { Fragment } from "react";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { Money } from "@/app/_ui/money/money";
import { found } from "@/app/_server/found";
import { percent } from "@/app/(studio)/_parts/fee-rules";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { explainSale, type SaleExplanation } from "@/lib/commerce/purchases";
import { asId } from "@/lib/platform/ids";

/** One sale down to the books: where it went, by which rule, under which references, and the lines as they are booked. */
export async function SaleParts({ saleId }: { saleId: string }) {
  const { ctx } = await studioContext();
  const explained = await found(explainSale(ctx, asId("sale", saleId)));
  const { sale, platformBps, feeNote } = explained;
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <div>
        <h3 className="mb-3 text-small font-semibold">Where it went</h3>
        <PriceSplit split={{ gross: sale.gross, platform: sale.platformFee, processing: sale.processingFee, net: sale.net }} currency={sale.currency} voice="artist" layout="list" platformLabel={`DirectFanz, ${percent(platformBps)}`} netLabel={explained.shares.length > 0 ? "Left after the fees" : undefined} />
        {explained.shares.length > 0 && <Shares explained={explained} />}
        {feeNote && <p className="mt-3 text-small text-soft">Fee rule: {feeNote}</p>}
      </div>
      <References provider={explained.provider} />
      <Booked explained={explained} />
    </div>
  );
}

/** Who has which part of what is left after the fees. */
function Shares({ explained: { shares, sale } }: { explained: SaleExplanation }) {
  return (
    <dl className="num mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 border-t border-line pt-3 text-small">
      {shares.map(({ creatorId, name, handle, net }, i) => (
        <Fragment key={creatorId}>
          <dt>{i === 0 ? "Of this, yours" : <Link href={`/c/${handle}`} className="link"><bdi>{name}</bdi></Link>}</dt>
          <dd className="text-right font-semibold">
            <Money amount={net} currency={sale.currency} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function References({ provider: { rail, charge, invoice, balanceTransaction } }: Pick<SaleExplanation, "provider">) {
  const references = [
    { label: "Charge", value: charge },
    { label: "Invoice", value: invoice ?? "none" },
    { label: "Balance transaction", value: balanceTransaction },
  ];
  return (
    <div>
      <h3 className="mb-3 text-small font-semibold">
        {nameOfRail(rail)} references
      </h3>
      <dl className="grid gap-1.5 text-small">
        {references.map(({ label, value }) => (
          <div key={label} className="grid gap-x-4 sm:grid-cols-[140px_1fr]">
            <dt className="text-soft">{label}</dt>
            <dd className="num wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const nameOfRail = (rail: string) => `${rail.slice(0, 1).toUpperCase()}${rail.slice(1)}`;

function nameOf(account: string, rail: string, shares: SaleExplanation["shares"]): string {
  // The first is one's own; without shares all is.
  if (account.startsWith("creator:")) return `What we owe ${shares.slice(1).find(({ creatorId }) => account.startsWith(`creator:${creatorId}`))?.name ?? "you"}`;
  if (account.startsWith("rail:")) return `Held by ${nameOfRail(rail)}`;
  return account === "platform:fees" ? "What we earned" : account;
}

function Booked({ explained: { lines, sale, provider, shares } }: { explained: SaleExplanation }) {
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  return (
    <div className="lg:col-span-2">
      <h3 className="mb-2 text-small font-semibold">As it is booked</h3>
      <table className="num w-full border-collapse text-small">
        <caption className="sr-only">Booked lines of this sale</caption>
        <tbody>
          {lines.map((line, i) => (
            <tr key={i} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {nameOf(line.account, provider.rail, shares)}
                <span className="block text-soft md:hidden">{line.line}</span>
              </th>
              <td className="hidden py-1.5 pr-3 text-soft md:table-cell">{line.line}</td>
              <td className="py-1.5 text-right">
                <Money amount={line.amount} currency={sale.currency} signed />
              </td>
            </tr>
          ))}
          <tr className="border-t border-outline font-semibold">
            <th scope="row" className="py-1.5 text-left">
              Together
            </th>
            <td className="hidden md:table-cell" />
            <td className="py-1.5 text-right">
              <Money amount={sum} currency={sale.currency} />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="mt-2 text-small text-soft">Each line that comes in goes out elsewhere, so that together they are nothing. A minus at “what we owe you” means we owe more.</p>
    </div>
  );
}
