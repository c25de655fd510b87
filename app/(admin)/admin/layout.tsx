import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AdminShell } from "@/app/_ui/shell/admin-shell";
import { adminContext } from "../_parts/admin-context";

export const metadata: Metadata = { title: { default: "Desk", template: "%s · Desk" }, robots: { index: false } };

export default async function AdminLayout({ children }: { children: ReactNode }) {
  await adminContext();
  return <AdminShell>{children}</AdminShell>;
}
