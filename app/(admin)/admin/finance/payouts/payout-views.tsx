import { Tabs } from "@/app/_ui/surfaces/tabs";

const views = [
  { href: "/admin/finance/payouts", label: "Payouts" },
  { href: "/admin/finance/payouts/holds", label: "Holds" },
  { href: "/admin/finance/payouts/skips", label: "Not paid, and why" },
];

export const PayoutViews = ({ at }: { at: string }) => (
  <div className="mb-4">
    <Tabs tabs={views} current={at} label="Of payouts" bleed />
  </div>
);
