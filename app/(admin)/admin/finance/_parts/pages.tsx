import { LinkButton } from "@/app/_ui/controls/link-button";

/** The ways on from a page of a list; the filter stays in the address. */
export function Pages({ path, query, cursor, next, name = "cursor", nextLabel = "Older" }: { path: string; query: Record<string, string | undefined>; cursor: string | undefined; next: string | null | undefined; name?: string; nextLabel?: string }) {
  if (!cursor && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex gap-3">
      {cursor && (
        <LinkButton size="small" href={address(path, query)}>
          First page
        </LinkButton>
      )}
      {next && (
        <LinkButton size="small" href={address(path, { ...query, [name]: next })}>
          {nextLabel}
        </LinkButton>
      )}
    </nav>
  );
}

/** A path with what is asked for; what is empty is left out. */
export function address(path: string, query: Record<string, string | undefined>): string {
  const asked = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
  return asked ? `${path}?${asked}` : path;
}
