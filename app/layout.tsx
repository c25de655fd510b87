import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { fontVariables } from "./_ui/fonts";
import { Toaster } from "./_ui/overlays/toaster";
import { Providers } from "./_ui/shell/providers";
import { SkipLink } from "./_ui/shell/skip-link";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "DirectFanz: pay the person who made it", template: "%s · DirectFanz" },
  description: "Musicians and other makers, paid directly by the people who like what they do. Every cent is shown.",
  applicationName: "DirectFanz",
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#0e0d12" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme is written on <html> before React wakes, so the two may differ here.
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <body>
        <SkipLink />
        <Providers nonce={nonce}>
          {children}
          <Toaster />
        </Providers>
      </body>
    </html>
  );
}
