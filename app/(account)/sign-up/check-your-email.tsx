"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/app/_ui/controls/button";

/** Takes the place of the form; the focus follows, so that it is read aloud. */
export function CheckYourEmail({ email, onBack }: { email: string; onBack: () => void }) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div className="grid gap-4">
      <h1 ref={head} tabIndex={-1} className="poster text-name outline-none">
        Check your email
      </h1>
      <p>
        We sent a link to <b className="font-semibold wrap-anywhere">{email}</b>. Open it and you are in. It works once, for 24 hours.
      </p>
      <div className="rounded-m border border-line bg-surface p-4 text-small">
        <p className="font-semibold">Nothing there after a minute?</p>
        <ul className="mt-2 grid list-disc gap-1.5 pl-4.5 text-soft">
          <li>Look in the spam folder, and search for DirectFanz.</li>
          <li>Read the address above once more: is a letter missing?</li>
          <li>Go back and send it again. The newest link is the one that works.</li>
        </ul>
      </div>
      <Button onClick={onBack} className="w-fit">
        Back to the form
      </Button>
    </div>
  );
}
