import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { found } from "@/app/_server/found";
import { memberContext } from "@/app/_server/page-context";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { myPayments } from "@/lib/commerce/papers";
import { PaymentRow } from "./payment-row";

export const metadata: Metadata = { title: "Payments" };

type Props = { searchParams: Promise<{ cursor?: string }> };

export default async function Payments({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const { data: payments, nextCursor } = await found(myPayments(await memberContext(), { limit: 25, cursor }));
  return (
    <>
      <Link href="/library" className="mb-4 flex w-fit items-center gap-2 rounded-s text-small font-medium text-soft hover:text-ink">
        <ArrowLeft aria-hidden="true" className="size-4" />
        Library
      </Link>
      <PageHead title="Payments" lead="Everything you paid, newest first, in US dollars. If your card is in another currency, your bank converts." />
      {payments.length === 0 && !cursor ? (
        <EmptyState title="Nothing paid yet" action={<LinkButton href="/discover" variant="primary">Find someone</LinkButton>}>
          When you join somebody or tip them, the payment stands here with its receipt.
        </EmptyState>
      ) : (
        <ul aria-label="Payments" className="max-w-[760px] border-b border-line">
          {payments.map((payment) => (
            <PaymentRow key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      <nav aria-label="Pages" className="mt-6 flex gap-3 empty:hidden">
        {cursor && <LinkButton href="/library/payments">Newest</LinkButton>}
        {nextCursor && <LinkButton href={`/library/payments?cursor=${nextCursor}`}>More</LinkButton>}
      </nav>
    </>
  );
}
