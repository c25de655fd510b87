"use client";

import { useRouter } from "next/navigation";
import type { SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { notify } from "@/app/_ui/overlays/toast";
import { Notice } from "@/app/_ui/surfaces/notice";
import { Signing } from "../_parts/form-parts";
import type { Option } from "../_parts/states";
import { EntityFields, PersonFields, UsFields } from "./fields";

type Kind = "w9" | "w8ben" | "w8ben_e";

const fieldsOf: Record<Kind, string[]> = {
  w9: ["name", "businessName", "taxClass", "exemptPayeeCode", "line1", "line2", "city", "state", "zip", "tinKind", "tin", "certify", "signature"],
  w8ben: ["name", "citizenship", "country", "line1", "line2", "city", "region", "postalCode", "birthDate", "foreignTin", "usTin", "treatyCountry", "treatyArticle", "treatyRate", "certify", "signature"],
  w8ben_e: ["name", "incorporatedIn", "country", "entityType", "fatcaStatus", "line1", "line2", "city", "region", "postalCode", "foreignTin", "usTin", "giin", "treatyCountry", "treatyArticle", "treatyRate", "certify", "signature"],
};

/** What stands in the form, as the API takes it. */
function bodyOf(kind: Kind, form: FormData): object {
  const texts = Object.fromEntries(fieldsOf[kind].map((name) => [name, textOf(form, name)]));
  const rate = texts.treatyRate;
  const ticked = (name: string) => form.get(name) !== null;
  const more = kind === "w9" ? { backupNotice: ticked("backupNotice") } : { noForeignTin: ticked("noForeignTin"), treatyRate: rate ? Number(rate) : undefined };
  return { ...texts, ...more, kind, certify: ticked("certify") };
}

export function SignForm({ kind, texts, countries }: { kind: Kind; texts: readonly string[]; countries: Option[] }) {
  const router = useRouter();
  const { formRef, send, pending, general, error } = useSend(fieldsOf[kind]);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = bodyOf(kind, new FormData(event.currentTarget));
    void send(() => api.POST("/api/v1/tax-forms", { body: body as never }), () => {
      notify.done("Signed. Nothing more to do.");
      router.push("/studio/tax");
      router.refresh();
    });
  };
  const Fields = kind === "w9" ? UsFields : kind === "w8ben" ? PersonFields : EntityFields;
  return (
    <form ref={formRef} onSubmit={submit} noValidate autoComplete="on" className="grid gap-6">
      {general && (
        <div role="alert">
          <Notice tone="danger" title={general} />
        </div>
      )}
      <Fields error={error} countries={countries} />
      <Signing texts={texts} error={error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" pending={pending} pendingText="Signing…">
          Sign
        </Button>
        <LinkButton href="/studio/tax">Not now</LinkButton>
      </div>
    </form>
  );
}
