"use client";

import type { ReactNode } from "react";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { Select } from "@/app/_ui/forms/select";
import { Check } from "./check";
import type { Option } from "./states";
import { stateOptions } from "./states";

export type ErrorOf = (field: string) => string | undefined;
type TextProps = { name: string; label: string; error: ErrorOf; hint?: string; optional?: boolean; type?: string; inputMode?: "numeric" | "text"; autoComplete?: string; maxLength?: number };

export function TextField({ name, label, error, hint, optional = false, ...rest }: TextProps) {
  return (
    <Field label={label} error={error(name)} hint={hint} optional={optional}>
      {(control) => <Input {...control} {...rest} name={name} required={!optional} />}
    </Field>
  );
}

export function SelectField({ name, label, error, options, hint, optional = false }: { name: string; label: string; error: ErrorOf; options: Option[]; hint?: string; optional?: boolean }) {
  return (
    <Field label={label} error={error(name)} hint={hint} optional={optional}>
      {(control) => <Select {...control} name={name} options={options} defaultValue={options[0]?.value} required={!optional} />}
    </Field>
  );
}

/** Fields that belong together, with a heading a reader can jump to. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4.5 border-t border-line pt-6">
      <legend className="sr-only">{title}</legend>
      <h2 aria-hidden="true" className="font-semibold">
        {title}
      </h2>
      {children}
    </fieldset>
  );
}

export function UsAddress({ error }: { error: ErrorOf }) {
  return (
    <Part title="Address">
      <TextField name="line1" label="Street and number" error={error} autoComplete="address-line1" />
      <TextField name="line2" label="Apartment, suite" error={error} optional autoComplete="address-line2" />
      <div className="grid gap-4.5 sm:grid-cols-[1fr_7rem_9rem]">
        <TextField name="city" label="City" error={error} autoComplete="address-level2" />
        <SelectField name="state" label="State" error={error} options={stateOptions} />
        <TextField name="zip" label="ZIP code" error={error} inputMode="numeric" autoComplete="postal-code" maxLength={10} />
      </div>
    </Part>
  );
}

export function ForeignAddress({ error, countries, label = "Country you live in" }: { error: ErrorOf; countries: Option[]; label?: string }) {
  return (
    <Part title="Address">
      <SelectField name="country" label={label} error={error} options={countries} />
      <TextField name="line1" label="Street and number" error={error} autoComplete="address-line1" />
      <TextField name="line2" label="Apartment, floor" error={error} optional autoComplete="address-line2" />
      <div className="grid gap-4.5 sm:grid-cols-2">
        <TextField name="postalCode" label="Postal code" error={error} optional autoComplete="postal-code" maxLength={16} />
        <TextField name="city" label="City" error={error} autoComplete="address-level2" />
      </div>
      <TextField name="region" label="Region" error={error} optional autoComplete="address-level1" />
    </Part>
  );
}

/** What is signed, in full, and the name that signs it. */
export function Signing({ texts, error }: { texts: readonly string[]; error: ErrorOf }) {
  return (
    <Part title="Sign">
      <div className="rounded-m border border-line bg-raised px-4 py-3.5 text-small">
        <p className="mb-2 font-semibold">Under penalties of perjury, I certify that:</p>
        <ol className="grid list-decimal gap-1.5 pl-5">
          {texts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </div>
      <Check name="certify" value="yes" label="I have read this, and it is true." error={error("certify")} />
      <TextField name="signature" label="Your full name, as your signature" error={error} autoComplete="name" />
    </Part>
  );
}
