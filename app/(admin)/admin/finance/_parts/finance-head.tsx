import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Tabs } from "@/app/_ui/surfaces/tabs";

const tabs = [
  { href: "/admin/finance", label: "Overview" },
  { href: "/admin/finance/ledger", label: "Ledger" },
  { href: "/admin/finance/payouts", label: "Payouts" },
  { href: "/admin/finance/disputes", label: "Disputes" },
  { href: "/admin/finance/reconciliation", label: "Reconciliation" },
  { href: "/admin/finance/tax", label: "Tax" },
  { href: "/admin/finance/fees", label: "Fees" },
];

type Props = { at: (typeof tabs)[number]["href"]; title: ReactNode; lead?: ReactNode; /** From one thing to the list it is in. */ back?: { href: string; label: string }; actions?: ReactNode };

/** The head of each page of the finance desk, with the ways to the others. */
export function FinanceHead({ at, title, lead, back, actions }: Props) {
  return (
    <>
      <div className="mb-5">
        <Tabs tabs={tabs} current={at} label="Finance" bleed />
      </div>
      {back && (
        <Link href={back.href} className="mb-2 flex w-fit items-center gap-1.5 rounded-s font-medium text-soft hover:text-ink">
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.label}
        </Link>
      )}
      <PageHead dense title={title} lead={lead} actions={actions} />
    </>
  );
}
