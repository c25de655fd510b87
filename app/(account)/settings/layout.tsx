import type { ReactNode } from "react";
import { memberContext } from "@/app/_server/page-context";

/** Asks who looks before anything streams: others are sent to sign in by the answer's status. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  await memberContext();
  return children;
}
