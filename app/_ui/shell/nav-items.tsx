import { Compass, Gauge, House, LayoutDashboard, Library, ListFilter, Newspaper, PenLine, ScrollText, Settings, Store, Tags, UserRound, Wallet } from "lucide-react";
import type { ReactNode } from "react";

export type NavItem = { href: string; label: string; icon: ReactNode; exact?: boolean; /** Beside the label: how many wait. */ count?: number };

export const siteItems: NavItem[] = [
  { href: "/", label: "Home", icon: <House />, exact: true },
  { href: "/discover", label: "Discover", icon: <Compass /> },
  { href: "/feed", label: "Feed", icon: <Newspaper /> },
  { href: "/library", label: "Library", icon: <Library /> },
  { href: "/settings", label: "You", icon: <UserRound /> },
];

export const studioItems: NavItem[] = [
  { href: "/studio", label: "Studio", icon: <LayoutDashboard />, exact: true },
  { href: "/studio/posts", label: "Posts", icon: <PenLine /> },
  { href: "/studio/tiers", label: "Tiers", icon: <Tags /> },
  { href: "/studio/money", label: "Money", icon: <Wallet /> },
  { href: "/studio/page", label: "Page", icon: <Store /> },
  { href: "/settings", label: "Settings", icon: <Settings /> },
];

export const adminItems: NavItem[] = [
  { href: "/admin", label: "Overview", icon: <Gauge />, exact: true },
  { href: "/admin/audit", label: "Audit trail", icon: <ScrollText /> },
  { href: "/admin/limits", label: "Limits", icon: <ListFilter /> },
];
