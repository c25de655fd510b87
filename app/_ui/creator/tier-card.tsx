import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { formatMoney, type MoneyValue } from "@/lib/platform/money/format";

type Props = {
  name: string;
  price: MoneyValue;
  benefits: string[];
  /** How many are in. */
  members?: number;
  /** One sentence, if the benefits do not say it. */
  description?: string | null;
  /** The one most people take, or the one that was asked for. */
  marked?: boolean;
  action?: ReactNode;
};

export function TierCard({ name, price, benefits, members, description, marked = false, action }: Props) {
  return (
    <article className={cx("flex h-full flex-col rounded-l border bg-surface p-4.5", marked ? "border-accent" : "border-line")}>
      <h3 dir="auto" className="display text-head">
        {name}
      </h3>
      <p className="mt-2 flex items-baseline gap-1.5">
        <span className="display num text-[36px] leading-none">{formatMoney(price, { trim: true })}</span>
        <span className="text-soft">or more a month</span>
      </p>
      {description && <p className="mt-2 text-small text-soft">{description}</p>}
      <ul className="mt-3.5 grid flex-1 content-start gap-1.5 text-small">
        {benefits.map((benefit) => (
          <li key={benefit} className="flex gap-2.5">
            <Check aria-hidden="true" className="mt-0.75 size-4 shrink-0 text-accent" />
            <span>{benefit}</span>
          </li>
        ))}
      </ul>
      {members !== undefined && <p className="num mt-4 text-tiny text-soft">{memberLine(members)}</p>}
      {action && <div className="mt-3 grid">{action}</div>}
    </article>
  );
}

function memberLine(members: number): string {
  if (members === 0) return "You would be the first";
  return members === 1 ? "One person is in" : `${members.toLocaleString("en-US")} people are in`;
}
