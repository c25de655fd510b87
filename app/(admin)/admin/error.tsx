"use client";

import { ErrorState } from "@/app/_ui/surfaces/error-state";

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorState title="This part of the desk did not open." onRetry={reset} {...(error.digest ? { requestId: error.digest } : {})}>
      The cause stands in the log under this number.
    </ErrorState>
  );
}
