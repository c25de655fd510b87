"use client";

import { ErrorState } from "./_ui/surfaces/error-state";
import { Wordmark } from "./_ui/surfaces/wordmark";

/** What went wrong is in our log under this digest; a person needs only a way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid min-h-dvh max-w-[560px] content-center gap-6 px-5 outline-none">
      <Wordmark className="w-fit" />
      <ErrorState title="Something broke on our side" onRetry={reset} requestId={error.digest}>
        Nothing you did is lost, and nothing was charged twice. Try again; if it stays like this, we are already being told.
      </ErrorState>
    </main>
  );
}
