"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { IconButton } from "@/app/_ui/controls/icon-button";

type Props = { name: string; label: string; fresh?: boolean; error?: string | undefined; onChange?: () => void };

/** A new one says beforehand what it takes, until it was wrong; either can be shown, pasted, and filled by a password manager. */
export function PasswordField({ name, label, fresh = false, error, onChange }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} hint={fresh && !error ? "At least 15 characters. A few words in a row are easy to remember." : undefined}>
      {(control) => (
        <span className="relative block">
          <Input {...control} name={name} type={shown ? "text" : "password"} autoComplete={fresh ? "new-password" : "current-password"} autoCapitalize="none" spellCheck={false} required maxLength={1_000} onChange={onChange} className="pr-12" />
          <IconButton label={shown ? "Hide the password" : "Show the password"} aria-pressed={shown} icon={shown ? <EyeOff /> : <Eye />} onClick={() => setShown(!shown)} className="absolute inset-y-0.5 right-1" />
        </span>
      )}
    </Field>
  );
}
