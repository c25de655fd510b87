import { Compass, Gauge, House, Landmark, LayoutDashboard, Library, ListFilter, Newspaper, PenLine, ScrollText, Settings, Store, Tags, UserRound, Wallet } from "lucide-react";
import type { ReactNode } from "react";

export type NavItem = { href: string; label: string; icon: ReactNode; exact?: boolean; /** Other addresses that belong to it, unless they have an item of their own beside it. */ also?: string[]; /** Beside the label: how many wait. */ count?: number; /** One's own: others are sent to sign in. */ own?: true };

/** What else an item stands for in this bar. */
export const alsoOf = (also: string[] | undefined, items: NavItem[]): string[] => (also ?? []).filter((path) => !items.some(({ href }) => href === path));

export const siteItems: NavItem[] = [
  { href: "/", label: "Home", icon: <House />, exact: true },
  { href: "/discover", label: "Discover", icon: <Compass /> },
  { href: "/feed", label: "Feed", icon: <Newspaper />, own: true },
  { href: "/library", label: "Library", icon: <Library />, own: true },
  { href: "/settings", label: "You", icon: <UserRound />, own: true },
];

export const studioItems: NavItem[] = [
  { href: "/studio", label: "Studio", icon: <LayoutDashboard />, exact: true },
  { href: "/studio/posts", label: "Posts", icon: <PenLine />, also: ["/studio/bundles"] },
  { href: "/studio/tiers", label: "Tiers", icon: <Tags /> },
  { href: "/studio/money", label: "Money", icon: <Wallet />, also: ["/studio/payouts", "/studio/statements", "/studio/promotions", "/studio/splits", "/studio/disputes", "/studio/tax"] },
  { href: "/studio/page", label: "Page", icon: <Store /> },
];

/** Once a year's business: at the side, and from Money on a phone. */
export const taxItem: NavItem = { href: "/studio/tax", label: "Tax", icon: <Landmark /> };

/** Has no room in a phone's bottom bar; there it stands beside the name. */
export const settingsItem: NavItem = { href: "/settings", label: "Settings", icon: <Settings /> };

export const adminItems: NavItem[] = [
  { href: "/admin", label: "Overview", icon: <Gauge />, exact: true },
  { href: "/admin/finance", label: "Finance", icon: <Wallet /> },
  { href: "/admin/audit", label: "Audit trail", icon: <ScrollText /> },
  { href: "/admin/limits", label: "Limits", icon: <ListFilter /> },
];
