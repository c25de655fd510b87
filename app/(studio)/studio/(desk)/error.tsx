"use client";

import { ErrorState } from "@/app/_ui/surfaces/error-state";

export default function StudioError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState title="This part of the studio did not open." onRetry={reset} {...(error.digest ? { requestId: error.digest } : {})}>
      Nothing you made or sold is lost. Try again in a moment.
    </ErrorState>
  );
}
