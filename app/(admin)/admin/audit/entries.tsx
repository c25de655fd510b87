import Link from "next/link";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { listAudit } from "@/lib/platform/audit";
import { factsOf } from "./say-facts";

type Row = Awaited<ReturnType<typeof listAudit>>[number];

export function Entries({ rows }: { rows: Row[] }) {
  return (
    <Table caption="Entries of the audit trail">
      <thead>
        <tr>
          <Th numeric>No.</Th>
          <Th>When</Th>
          <Th>Action</Th>
          <Th>Subject</Th>
          <Th>By</Th>
          <Th>What else</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.seq}>
            <Td numeric className="text-soft">{row.seq}</Td>
            <Td className="whitespace-nowrap text-soft">
              <DateTime date={row.at} style="moment" />
            </Td>
            <Td className="font-medium whitespace-nowrap">
              <Filter name="action" value={row.action} />
            </Td>
            <Td className="whitespace-nowrap">
              <Filter name="subject" value={row.subject} />
            </Td>
            <Td className="whitespace-nowrap">
              <By row={row} />
            </Td>
            <Td className="min-w-52">
              <Data data={row.data} requestId={row.requestId} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

const shortId = (value: string): string => (/^\w{3}_\w{26}$/u.test(value) ? `${value.slice(0, 4)}…${value.slice(-6)}` : value);

/** Each value is the way to everything else with the same value. Long ids show their ends. */
function Filter({ name, value, label }: { name: string; value: string; label?: string | undefined }) {
  const text = label ?? shortId(value);
  return (
    <Link href={`/admin/audit?${new URLSearchParams({ [name]: value }).toString()}`} title={value} className="rounded-s hover:underline hover:underline-offset-3">
      {text}
    </Link>
  );
}

/** Who signs in, up, or by a link from a mail is nobody yet when they ask; what they prove is that they are the subject. */
function By({ row: { actorId, actorKind, action, subject } }: { row: Row }) {
  if (actorId) return <Filter name="actor" value={actorId} label={actorId.startsWith("usr_") ? undefined : `${actorKind} ${actorId}`} />;
  if (actorKind === "anonymous" && action.startsWith("user.") && subject.startsWith("usr_")) {
    return (
      <>
        <Filter name="subject" value={subject} /> <span className="text-soft">themselves</span>
      </>
    );
  }
  return <span className="text-soft">{actorKind}</span>;
}

function Data({ data, requestId }: { data: unknown; requestId: string }) {
  const facts = factsOf(data);
  const [first] = facts;
  return (
    <details>
      <summary className="w-fit max-w-[46ch] truncate rounded-s text-soft hover:text-ink">{first ? facts.map(({ label, value }) => `${label} ${shortId(value)}`).join(", ") : "request"}</summary>
      <dl className="mt-1 grid gap-0.5 wrap-anywhere">
        {[...facts, { label: "request", value: requestId }].map(({ label, value }) => (
          <div key={label}>
            <dt className="inline text-soft first-letter:uppercase">{label}: </dt>
            <dd className="inline">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
