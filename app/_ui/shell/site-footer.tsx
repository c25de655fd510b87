import Link from "next/link";
import { Wordmark } from "../surfaces/wordmark";
import { ThemeToggle } from "./theme-toggle";

const links = [
  { href: "/discover", label: "Discover" },
  { href: "/search", label: "Search" },
  { href: "/sign-up?intent=creator", label: "Create your page" },
];

export function SiteFooter({ items = links }: { items?: { href: string; label: string }[] }) {
  return (
    <footer className="mt-16 flex flex-wrap items-center gap-x-6 gap-y-4 border-t border-line px-4 py-8 text-small text-soft lg:px-10">
      <Wordmark size="small" className="text-ink" />
      <ul className="flex flex-1 flex-wrap gap-x-5 gap-y-2">
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} className="rounded-s py-1 hover:text-ink hover:underline hover:underline-offset-3">
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <ThemeToggle />
    </footer>
  );
}
