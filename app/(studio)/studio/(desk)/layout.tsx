import type { ReactNode } from "react";
import { StudioShell } from "@/app/_ui/shell/studio-shell";
import { readViewer } from "@/app/_server/viewer";
import { studioContext } from "../../_parts/studio-context";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { ctx } = await studioContext();
  const viewer = (await readViewer()) ?? { name: ctx.actor.displayName };
  return <StudioShell viewer={viewer}>{children}</StudioShell>;
}
