import { ChevronDown } from "lucide-react";
import Link from "next/link";
import { Suspense } from "react";
import { cx } from "@/app/_ui/cx";
import { Money } from "@/app/_ui/money/money";
import { Avatar } from "@/app/_ui/surfaces/avatar";
import { Skeleton } from "@/app/_ui/surfaces/skeleton";
import { Td, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { SaleView } from "@/lib/commerce/purchases";
import { saySale } from "./say-sale";
import { SaleParts } from "./sale-parts";

type Props = { sale: SaleView; cursor: string | undefined; open: boolean };

/** A sale; opened, it shows every cent below itself. Open or not is in the address, so that back and reload work. */
export function SaleRow({ sale, cursor, open }: Props) {
  const { currency } = sale;
  const query = new URLSearchParams({ ...(cursor ? { cursor } : {}), ...(open ? {} : { open: sale.id }) });
  return (
    <>
      <Tr id={sale.id} className={cx("relative", open && "bg-raised")}>
        <Td className="w-16 text-soft whitespace-nowrap">
          <DateTime date={sale.occurredAt} style="short" />
        </Td>
        <Td className="w-full">
          <Link href={`/studio/money?${query.toString()}`} scroll={false} aria-expanded={open} className="flex items-center gap-3 rounded-s -outline-offset-2 after:absolute after:inset-0">
            <Avatar name={sale.fanName} size={28} className="max-sm:hidden" />
            <span dir="auto" className="line-clamp-2">
              {saySale(sale)}
            </span>
            <ChevronDown aria-hidden="true" className={cx("size-4 shrink-0 text-soft transition-transform", open && "rotate-180")} />
          </Link>
        </Td>
        <Td numeric>
          <Money amount={sale.gross} currency={currency} />
        </Td>
        <Td numeric className="hidden md:table-cell">
          <Money amount={-sale.platformFee} currency={currency} tone="soft" />
        </Td>
        <Td numeric className="hidden md:table-cell">
          <Money amount={-sale.processingFee} currency={currency} tone="soft" />
        </Td>
        <Td numeric>
          <Money amount={sale.yours} currency={currency} tone="in" />
          {sale.yours < sale.net && <span className="block text-tiny text-soft">shared</span>}
        </Td>
      </Tr>
      {open && (
        <tr className="bg-raised">
          <td colSpan={6} className="px-2 pt-2 pb-6 md:px-5">
            <Suspense fallback={<Skeleton className="h-40 w-full bg-surface" />}>
              <SaleParts saleId={sale.id} />
            </Suspense>
            <Link href={`/studio/money/${sale.id}`} className="link mt-4 inline-block text-small">
              This sale on a page of its own
            </Link>
          </td>
        </tr>
      )}
    </>
  );
}
