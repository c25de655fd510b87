"use client";

import { useEffect, useState } from "react";

/** Between pressing and the other page: still busy. Whoever comes back by the browser's arrow finds the button ready again. */
export function useLeaving() {
  const [leaving, setLeaving] = useState(false);
  const [cameBack, setCameBack] = useState(false);
  useEffect(() => {
    const back = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      setLeaving(false);
      setCameBack(true);
    };
    window.addEventListener("pageshow", back);
    return () => window.removeEventListener("pageshow", back);
  }, []);
  return {
    leaving,
    /** From a page this one was left for; the browser had kept this one as it was. */
    cameBack,
    /** `returnTo` takes this page's place in the history: the arrow leads there, with all that was chosen. */
    leaveTo: (url: string, returnTo: string) => {
      setLeaving(true);
      window.history.replaceState(window.history.state, "", returnTo);
      window.location.assign(url);
    },
  };
}
