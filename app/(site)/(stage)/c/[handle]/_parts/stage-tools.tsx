import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { ShareButton } from "@/app/_client/share-button";
import { Follow } from "./follow";
import type { Scene } from "./scene";

/** On the art's upper edge. Following stands here on phones only; a desk has it under the name. */
export function StageTools(scene: Scene) {
  return (
    <>
      <Link href="/discover" aria-label="Discover others" title="Discover others" className="grid size-10 place-items-center rounded-full bg-scrim text-on-shade ring-on-art transition-colors hover:bg-shade lg:hidden">
        <ArrowLeft aria-hidden="true" className="size-5" />
      </Link>
      <div className="ml-auto flex gap-2">
        <Follow {...scene} variant="art" size="small" className="h-10! rounded-full! px-4! lg:hidden" />
        <ShareButton title={scene.creator.name} onArt />
      </div>
    </>
  );
}
