"use client";

import { useRouter } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";
import { Check } from "../_parts/check";
import { ForeignAddress, Part, SelectField, TextField } from "../_parts/form-parts";
import type { Option } from "../_parts/states";

const fields = ["name", "country", "line1", "line2", "city", "region", "postalCode", "birthDate", "registrationNumber", "tin", "tinIssuedBy", "vatId"] as const;

/** `countries`: of the union, named by the server. */
export function SellerForm({ countries }: { countries: Option[] }) {
  const router = useRouter();
  const [company, setCompany] = useState(false);
  const { formRef, send, pending, general, error } = useSend([...fields]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { ...Object.fromEntries(fields.map((name) => [name, textOf(form, name)])), legalEntity: company };
    void send(() => api.PUT("/api/v1/tax-seller-details", { body: body as never }), () => {
      notify.done("Saved.");
      router.push("/studio/tax");
      router.refresh();
    });
  };
  return (
    <form ref={formRef} onSubmit={submit} noValidate className="grid gap-6">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Part title="You">
        <Check checked={company} onChange={(event) => setCompany(event.currentTarget.checked)} label="I sell as a company." />
        <TextField name="name" label={company ? "Name of the company" : "Full name"} error={error} autoComplete={company ? "organization" : "name"} />
        {company ? <TextField name="registrationNumber" label="Number in the company register" error={error} autoComplete="off" /> : <TextField name="birthDate" label="Date of birth" error={error} type="date" autoComplete="bday" />}
      </Part>
      <ForeignAddress error={error} countries={countries} />
      <Part title="Tax numbers">
        <div className="grid gap-4.5 sm:grid-cols-2">
          <TextField name="tin" label="Tax number" error={error} autoComplete="off" hint="Encrypted. Only its end is ever shown." />
          <SelectField name="tinIssuedBy" label="Given by" error={error} options={countries} />
        </div>
        <TextField name="vatId" label="VAT number" error={error} optional autoComplete="off" hint="With the country's letters, like DE123456789." />
      </Part>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={pending} pendingText="Saving…">
          Save
        </Button>
        <LinkButton href="/studio/tax">Not now</LinkButton>
      </div>
    </form>
  );
}
