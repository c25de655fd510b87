import { Tabs } from "@/app/_ui/surfaces/tabs";

const views = [
  { href: "/admin/finance/disputes", label: "Disputes" },
  { href: "/admin/finance/disputes/blocks", label: "Blocked buyers" },
];

export const DisputeViews = ({ at }: { at: string }) => (
  <div className="mb-4">
    <Tabs tabs={views} current={at} label="Of disputes" bleed />
  </div>
);
