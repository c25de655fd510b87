"use client";

import { useEffect, useState } from "react";

/** Between pressing and the other page: still busy. Whoever comes back by the browser's arrow finds the button ready again. */
export function useLeaving() {
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    const back = (event: PageTransitionEvent) => event.persisted && setLeaving(false);
    window.addEventListener("pageshow", back);
    return () => window.removeEventListener("pageshow", back);
  }, []);
  return {
    leaving,
    leaveTo: (url: string) => {
      setLeaving(true);
      window.location.assign(url);
    },
  };
}
