import Link from "next/link";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { DateTime } from "@/app/_ui/time/date-time";
import type { listAudit } from "@/lib/platform/audit";

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
            <Td className="whitespace-nowrap">{row.actorId ? <Filter name="actor" value={row.actorId} label={row.actorId.startsWith("usr_") ? undefined : `${row.actorKind} ${row.actorId}`} /> : <span className="text-soft">{row.actorKind}</span>}</Td>
            <Td className="min-w-52">
              <Data data={row.data} requestId={row.requestId} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Each value is the way to everything else with the same value. Long ids show their ends. */
function Filter({ name, value, label }: { name: string; value: string; label?: string | undefined }) {
  const text = label ?? (/^\w{3}_\w{26}$/u.test(value) ? `${value.slice(0, 4)}…${value.slice(-6)}` : value);
  return (
    <Link href={`/admin/audit?${new URLSearchParams({ [name]: value }).toString()}`} title={value} className="rounded-s hover:underline hover:underline-offset-3">
      {text}
    </Link>
  );
}

function Data({ data, requestId }: { data: unknown; requestId: string }) {
  const facts = typeof data === "object" && data !== null ? Object.entries(data) : [];
  return (
    <details>
      <summary className="w-fit rounded-s text-soft hover:text-ink">
        <span className="inline-block max-w-[32ch] truncate align-bottom">{facts.map(([key, value]) => `${key} ${typeof value === "string" ? value : JSON.stringify(value)}`).join(", ") || "request"}</span>
      </summary>
      <dl className="mt-1 grid gap-0.5 wrap-anywhere">
        {[...facts, ["request", requestId] as const].map(([key, value]) => (
          <div key={key}>
            <dt className="inline text-soft">{key} </dt>
            <dd className="inline">{typeof value === "string" ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
