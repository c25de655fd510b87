import Link from "next/link";
import { DateTime } from "@/app/_ui/time/date-time";
import { Chip } from "@/app/_ui/surfaces/chip";
import { Part } from "../_parts/part";

const says: Record<string, string> = {
  foreign_1042s: "Foreign: whether a 1042-S is due is for a person to say", w8_expired: "Their W-8 has run out", missing_tin: "No tax form: ask for it", eu_dac7: "Lives in the EU: told by DAC7", eu_details_missing: "Lives in the EU, and has not given what DAC7 asks", other_currency: "Sales in another currency", needs_correction: "Their document no longer says what the books say",
};

/** What somebody must look at before the year is closed. */
export function Reviews({ reviews, counts }: { reviews: { id: string; creatorId: string; reason: string; foundAt: string }[]; counts: { reason: string; creators: number }[] }) {
  return (
    <Part title="To be looked at">
      {reviews.length === 0 ? (
        <p className="border-t border-line py-2.5 text-soft">Nothing. The run writes here what it cannot decide.</p>
      ) : (
        <>
          <p className="mb-2 flex flex-wrap gap-2">
            {counts.map(({ reason, creators }) => (
              <Chip key={reason} tone="held">
                {creators} × {reason.replaceAll("_", " ")}
              </Chip>
            ))}
          </p>
          <ul className="max-h-96 divide-y divide-line overflow-y-auto border-y border-line">
            {reviews.map(({ id, creatorId, reason, foundAt }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <span>
                  <Link href={`/admin/finance/ledger?creator=${creatorId}`} className="link num" title={creatorId}>
                    crt_…{creatorId.slice(-6)}
                  </Link>{" "}
                  {says[reason] ?? reason}
                </span>
                <DateTime date={foundAt} className="text-soft" />
              </li>
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
