import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { listLimits } from "@/lib/operations/limits";
import { limits as defaults, type LimitClass } from "@/lib/platform/ratelimit";
import { adminContext } from "../../_parts/admin-context";
import { LimitForm } from "./limit-form";

export const metadata: Metadata = { title: "Limits" };

export default async function Limits() {
  const ctx = await adminContext();
  const rows = await listLimits(ctx);
  return (
    <>
      <PageHead dense title="Limits" lead="How many requests we take from one account and from one address in so many seconds. A change holds everywhere within ten seconds and stands in the audit trail." />
      <ul className="border-b border-line">
        {rows.map((row) => (
          <LimitForm key={row.limitClass} limit={row} usual={usualOf(row.limitClass)} />
        ))}
      </ul>
    </>
  );
}

function usualOf(limitClass: string) {
  const { perActor, perAddress, windowSeconds, whenAway, exact } = defaults[limitClass as LimitClass];
  return { perActor, perAddress, windowSeconds, note: `${exact ? "Counted exactly" : "Counted here, shared twice a second"}; without Redis: ${whenAway === "refuse" ? "refuse" : "let pass"}` };
}
