import { Tabs } from "@/app/_ui/surfaces/tabs";

const tabs = [
  { href: "/studio/money", label: "Sales" },
  { href: "/studio/payouts", label: "Payouts" },
  { href: "/studio/statements", label: "Statements" },
  { href: "/studio/promotions", label: "Codes" },
  { href: "/studio/splits", label: "Splits" },
  { href: "/studio/disputes", label: "Disputes" },
  { href: "/studio/tax", label: "Tax" },
];

/** The rooms of a creator's money. */
export function MoneyTabs({ at }: { at: string }) {
  return (
    <div className="mb-6">
      <Tabs label="Money" tabs={tabs} current={at} bleed />
    </div>
  );
}
