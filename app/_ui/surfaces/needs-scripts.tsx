import { Notice } from "./notice";

/** The page reads without scripts; what is sent from it needs them. */
export function NeedsScripts({ children = "This form needs JavaScript. Turn it on in your browser, then load the page again." }: { children?: string }) {
  return (
    <noscript>
      <div className="mb-5">
        <Notice tone="held" title={children} />
      </div>
    </noscript>
  );
}
