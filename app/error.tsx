"use client";

import { buttonClass } from "./_ui/controls/button-class";

type Props = { error: Error & { digest?: string }; reset: () => void };

/**
 * What went wrong is in our log under this digest; a person needs only a way on.
 * Every page carries this file, so it brings no icons and no router with it.
 */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto grid min-h-dvh max-w-[560px] content-center gap-4 px-5 outline-none">
      <h1 className="poster text-poster">Something broke on our side.</h1>
      <p className="text-large text-soft">Nothing you did is lost, and nothing was charged twice. Try again; if it stays like this, we are already being told.</p>
      <div className="mt-3 flex gap-3">
        <button type="button" onClick={reset} className={buttonClass("strong")}>
          Try again
        </button>
        {/* A whole new page on purpose: what is loaded may be what is broken. */}
        <button type="button" onClick={() => window.location.assign("/")} className={buttonClass()}>
          Start from the front door
        </button>
      </div>
      {error.digest && <p className="num text-small text-soft">If you write to us, quote {error.digest}</p>}
    </main>
  );
}
