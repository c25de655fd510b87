import type { Metadata } from "next";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { EmptyState } from "@/app/_ui/surfaces/empty-state";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { auditActions } from "@/lib/operations/overview";
import { listAudit } from "@/lib/platform/audit";
import { adminContext } from "../../_parts/admin-context";
import { Chain } from "./chain";
import { Entries } from "./entries";
import { Filters } from "./filters";

export const metadata: Metadata = { title: "Audit trail" };

const pageSize = 50;
type Query = { subject?: string; actor?: string; action?: string; before?: string };

export default async function Audit({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { db, now } = await adminContext();
  const trimmed = (value: string | undefined) => value?.trim().slice(0, 80) || undefined;
  const filter = { subject: trimmed(query.subject), actorId: trimmed(query.actor), action: trimmed(query.action) };
  const before = /^\d{1,15}$/u.test(query.before ?? "") ? Number(query.before) : undefined;
  const [rows, actions] = await Promise.all([listAudit(db, { ...filter, before, limit: pageSize }), auditActions(db)]);
  const last = rows.at(-1)?.seq;
  const address = (more: Record<string, string>) => `/admin/audit?${new URLSearchParams({ ...(filter.subject ? { subject: filter.subject } : {}), ...(filter.actorId ? { actor: filter.actorId } : {}), ...(filter.action ? { action: filter.action } : {}), ...more }).toString()}`;
  return (
    <>
      <PageHead dense title="Audit trail" lead="Who did what to which row, newest first. Written with the change or not at all." />
      <Chain now={now} />
      <Filters filter={filter} actions={actions} />
      {rows.length === 0 ? (
        <EmptyState title="Nothing matches" action={<LinkButton href="/admin/audit">Show all of it</LinkButton>}>
          Filters are exact: a whole id, a whole action.
        </EmptyState>
      ) : (
        <Entries rows={rows} />
      )}
      <nav aria-label="Pages" className="mt-5 flex gap-3">
        {before !== undefined && (
          <LinkButton size="small" href={address({})}>
            Newest
          </LinkButton>
        )}
        {rows.length === pageSize && last !== undefined && (
          <LinkButton size="small" href={address({ before: String(last) })}>
            Older
          </LinkButton>
        )}
      </nav>
    </>
  );
}
