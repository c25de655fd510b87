import { Activity, Compass, Gauge, House, Landmark, LayoutDashboard, Library, Newspaper, PenLine, Scale, Settings, Shield, Tags, UserRound, UsersRound, Wallet } from "lucide-react";
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
  { href: "/studio/members", label: "Members", icon: <UsersRound /> },
  { href: "/studio/money", label: "Money", icon: <Wallet /> },
  { href: "/studio/settings", label: "Settings", icon: <Settings /> },
];

export const adminItems: NavItem[] = [
  { href: "/admin", label: "Overview", icon: <Gauge />, exact: true },
  { href: "/admin/moderation", label: "Moderation", icon: <Shield /> },
  { href: "/admin/compliance", label: "Compliance", icon: <Scale /> },
  { href: "/admin/finance", label: "Finance", icon: <Landmark /> },
  { href: "/admin/operations", label: "Operations", icon: <Activity /> },
];
