import Link from "next/link";
import { Avatar } from "@/app/_ui/surfaces/avatar";
import { Card } from "@/app/_ui/surfaces/card";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { Money } from "@/app/_ui/money/money";
import type { SaleView } from "@/lib/commerce/purchases";
import { sayDeed } from "../money/say-sale";
import { formatMoney } from "@/lib/platform/money/format";

export function LatestSales({ sales, now }: { sales: SaleView[]; now: Date }) {
  return (
    <Card as="section" aria-labelledby="latest-sales" className="lg:p-5.5">
      <h2 id="latest-sales" className="mb-3 font-semibold">
        Who paid lately
      </h2>
      {sales.length === 0 ? (
        <p className="border-t border-line py-6 text-soft">Nobody yet. Send your page to ten people who have heard you play.</p>
      ) : (
        <ul>
          {sales.map((sale) => (
            <li key={sale.id} className="border-t border-line">
              <Link href={`/studio/money/${sale.id}`} className="-mx-2 flex items-center gap-3 rounded-s px-2 py-3 transition-colors -outline-offset-2 hover:bg-raised/60">
                <Avatar name={sale.fanName} />
                <span className="min-w-0 flex-1">
                  <span className="line-clamp-2">
                    <b dir="auto" className="font-semibold">
                      {sale.fanName}
                    </b>{" "}
                    <span dir="auto" className="text-soft">
                      {sayDeed(sale)}, paid {formatMoney({ amount: sale.gross, currency: sale.currency }, { trim: true })}
                    </span>
                  </span>
                  <TimeAgo date={sale.occurredAt} now={now} className="block text-small text-soft" />
                </span>
                <Money amount={sale.yours} currency={sale.currency} signed tone="in" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
