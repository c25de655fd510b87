"use client";

import { type SubmitEvent, useState } from "react";
import { problemOf } from "@/app/_client/problem";
import { textOf } from "@/app/_client/text-of";
import { Button } from "@/app/_ui/controls/button";
import { Field } from "@/app/_ui/forms/field";
import { Select } from "@/app/_ui/forms/select";

type State = { pending: boolean; said?: string; wrong?: string; next?: string | undefined };

/** Has the file of a form made and saves it; a long one comes in several. */
export function FileDownload({ year, forms }: { year: number; forms: string[] }) {
  const [{ pending, said, wrong, next }, setState] = useState<State>({ pending: false });
  if (forms.length === 0) return <p className="border-t border-line py-2.5 text-soft">Nothing of {year} has been issued, so there is nothing to file.</p>;
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setState({ pending: true });
    setState(await fetchFile(year, { form: textOf(data, "form"), test: textOf(data, "intake") === "test", ...(next ? { after: next } : {}) }));
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Field label="Form">{(control) => <Select {...control} name="form" options={forms.map((form) => ({ value: form, label: form === "DAC7" ? "DAC7 (EU)" : `${form} (IRIS)` }))} className="text-small" />}</Field>
        <Field label="For">{(control) => <Select {...control} name="intake" options={[{ value: "test", label: "The test intake" }, { value: "real", label: "Filing" }]} className="text-small" />}</Field>
      </div>
      <div>
        <Button type="submit" size="small" pending={pending} pendingText="Making it…">
          {next ? "Download the next file" : "Download the XML"}
        </Button>
      </div>
      {said && <p role="status">{said}</p>}
      {wrong && (
        <p role="alert" className="text-danger">
          {wrong}
        </p>
      )}
    </form>
  );
}

/** Bytes rather than JSON, so not through the typed client. */
async function fetchFile(year: number, body: { form: string; test: boolean; after?: string }): Promise<State> {
  const response = await fetch(`/api/v1/tax-years/${year}/files`, { method: "POST", cache: "no-store", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }).catch(() => undefined);
  if (!response?.ok) return { pending: false, wrong: problemOf(await response?.json().catch(() => undefined)).detail };
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: url, download: `${body.form}-${year}.xml` });
  link.click();
  URL.revokeObjectURL(url);
  const next = response.headers.get("x-next") ?? undefined;
  return { pending: false, next, said: `${response.headers.get("x-documents") ?? "0"} documents, checked against the schema.${next ? " There are more: download the next file." : ""}` };
}
