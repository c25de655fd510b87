import Link from "next/link";

type Props = { label: string; path: string; name: string; query?: Record<string, string | undefined>; current: string | undefined; options: { value: string | undefined; label: string; count?: number | undefined }[] };

/** One choice of a filter as links: pressed, it stands in the address. */
export function Choice({ label, path, name, query = {}, current, options }: Props) {
  const to = (value: string | undefined): string => {
    const asked = new URLSearchParams(Object.entries({ ...query, [name]: value }).filter((pair): pair is [string, string] => Boolean(pair[1]))).toString();
    return asked ? `${path}?${asked}` : path;
  };
  return (
    <nav aria-label={label} className="no-scrollbar -mx-4 mb-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <ul className="flex gap-1.5 py-0.5">
        {options.map(({ value, label: text, count }) => (
          <li key={text} className="shrink-0">
            <Link href={to(value)} aria-current={value === current ? "page" : undefined} className="num flex h-8 items-center gap-1.5 rounded-full border border-line px-3 font-medium text-soft -outline-offset-2 hover:border-outline hover:text-ink aria-[current]:border-ink aria-[current]:text-ink">
              {text}
              {count !== undefined && <span className="text-tiny">{count.toLocaleString("en-US")}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
