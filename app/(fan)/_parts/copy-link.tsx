"use client";

import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { notify } from "@/app/_ui/overlays/toast";

/** A link to pass on: to read, to select, to copy. */
export function CopyLink({ link }: { link: string }) {
  return (
    <div className="grid gap-3">
      <Field label="The gift's link">{(control) => <Input {...control} readOnly value={link} onFocus={(event) => event.target.select()} />}</Field>
      <Button variant="primary" onClick={() => void navigator.clipboard.writeText(link).then(() => notify.done("Copied."))}>
        Copy
      </Button>
    </div>
  );
}
