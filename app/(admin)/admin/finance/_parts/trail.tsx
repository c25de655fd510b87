import Link from "next/link";
import { DateTime } from "@/app/_ui/time/date-time";

type Entry = { at: string; action: string; actorKind: string; actorId: string | null; data?: unknown };

/** What the audit trail has of a row, oldest first, with who did it and the reason that was given. */
export function Trail({ subject, entries }: { subject: string; entries: Entry[] }) {
  if (entries.length === 0) return <p className="border-t border-line py-2.5 text-soft">Nothing was noted of it.</p>;
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {entries.map(({ at, action, actorKind, actorId, data }) => (
          <li key={`${at} ${action} ${actorId}`} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="min-w-0 wrap-anywhere">
              <span className="font-medium">{action}</span> <span className="num text-soft">by {actorId?.startsWith("usr_") ? <Link href={`/admin/audit?actor=${actorId}`} className="hover:underline">{`usr_…${actorId.slice(-6)}`}</Link> : (actorId ?? actorKind)}</span>
              <Why data={data} />
            </span>
            <DateTime date={at} style="moment" className="num text-soft" />
          </li>
        ))}
      </ul>
      <p className="mt-1.5">
        <Link href={`/admin/audit?subject=${subject}`} className="link">
          In the audit trail
        </Link>
      </p>
    </>
  );
}

function Why({ data }: { data: unknown }) {
  const { reason, why } = (data ?? {}) as { reason?: unknown; why?: unknown };
  const text = reason ?? why;
  return typeof text === "string" && text !== "" ? <span className="block text-soft">“{text}”</span> : null;
}
