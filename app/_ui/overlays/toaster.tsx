"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { useTheme } from "next-themes";

const Sonner = dynamic(() => import("sonner").then((module) => module.Toaster), { ssr: false });

/** Mounted once in the layout; comes when the browser has nothing better to do. */
export function Toaster() {
  const { theme } = useTheme();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), 1_500);
    return () => clearTimeout(timer);
  }, []);
  if (!ready) return null;
  return (
    <Sonner
      theme={theme === "light" || theme === "dark" ? theme : "system"}
      position="bottom-center"
      offset={{ bottom: "calc(var(--bottom-bar) + var(--player-bar) + 16px)" }}
      mobileOffset={{ bottom: "calc(var(--bottom-bar) + var(--player-bar) + 12px)" }}
      toastOptions={{
        style: { background: "var(--ink)", color: "var(--paper)", border: "0", borderRadius: "var(--radius-m)", fontFamily: "var(--font-text)", fontSize: "var(--size-small)" },
        classNames: { description: "!text-paper/80", actionButton: "!bg-paper !text-ink" },
      }}
    />
  );
}
