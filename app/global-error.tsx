"use client";

import { fontVariables } from "./_ui/fonts";
import ErrorPage from "./error";
import "./globals.css";

/** The layout itself failed, so this page brings its own. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
