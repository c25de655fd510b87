"use client";

import { Share } from "lucide-react";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { notify } from "@/app/_ui/overlays/toast";

/** The phone's own sheet where there is one, otherwise the address is copied. */
export function ShareButton({ title, onArt = false }: { title: string; onArt?: boolean }) {
  async function share() {
    const { origin, pathname } = window.location;
    const url = origin + pathname;
    try {
      if ("share" in navigator) await navigator.share({ title, url });
      else {
        await (navigator as Navigator).clipboard.writeText(url);
        notify.done("The address is copied.");
      }
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) notify.failed("Copy the address from the browser's bar.");
    }
  }
  return <IconButton label="Share" icon={<Share />} onArt={onArt} onClick={() => void share()} />;
}
