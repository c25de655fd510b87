"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/app/_ui/controls/button";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { Input } from "@/app/_ui/forms/input";

export type LinkRow = { key: string; label: string; url: string };
type Props = { links: LinkRow[]; onChange: (links: LinkRow[]) => void; error: string | undefined };

export function LinkRows({ links, onChange, error }: Props) {
  const set = (key: string, part: Partial<LinkRow>) => onChange(links.map((link) => (link.key === key ? { ...link, ...part } : link)));
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-small font-semibold">Links</legend>
      {links.map((link, i) => (
        <div key={link.key} className="grid grid-cols-[1fr_40px] gap-2 sm:grid-cols-[180px_1fr_40px]">
          <Input aria-label={`Name of link ${i + 1}`} placeholder="Shop" value={link.label} maxLength={40} onChange={(event) => set(link.key, { label: event.target.value })} aria-invalid={error ? true : undefined} />
          <Input aria-label={`Address of link ${i + 1}`} placeholder="https://" type="url" inputMode="url" value={link.url} maxLength={300} onChange={(event) => set(link.key, { url: event.target.value })} aria-invalid={error ? true : undefined} className="max-sm:order-last max-sm:col-span-2" />
          <IconButton label={`Take link ${i + 1} away`} icon={<X />} onClick={() => onChange(links.filter((one) => one.key !== link.key))} className="mt-0.5" />
        </div>
      ))}
      {error && (
        <p role="alert" className="text-small text-danger">
          {error}
        </p>
      )}
      {links.length < 8 && (
        <Button size="small" className="w-fit" onClick={() => onChange([...links, { key: crypto.randomUUID(), label: "", url: "" }])}>
          <Plus aria-hidden="true" />
          Add a link
        </Button>
      )}
    </fieldset>
  );
}
