import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../controls/button";
import { LinkButton } from "../controls/link-button";

type Props = {
  /** What happened, in a person's words. */
  title: string;
  children?: ReactNode;
  /** Try again here (client) … */
  onRetry?: () => void;
  /** … or by opening an address again (server). */
  retryHref?: string;
  /** What to quote when asking for help. */
  requestId?: string;
};

export function ErrorState({ title, children, onRetry, retryHref, requestId }: Props) {
  return (
    <div role="alert" className="grid justify-items-center gap-2 rounded-l border border-line bg-surface px-6 py-12 text-center">
      <TriangleAlert aria-hidden="true" className="mb-1 size-7 text-danger" />
      <h2 className="display text-head">{title}</h2>
      {children && <p className="max-w-[48ch] text-soft">{children}</p>}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          Try again
        </Button>
      )}
      {retryHref && (
        <LinkButton className="mt-3" href={retryHref}>
          Try again
        </LinkButton>
      )}
      {requestId && <p className="num mt-2 text-tiny text-soft">If you write to us, quote {requestId}</p>}
    </div>
  );
}
