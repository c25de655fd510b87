import type { Metadata } from "next";
import type { ReactNode } from "react";
import Link from "next/link";
import { LinkButton } from "@/app/_ui/controls/link-button";
import { MoneyTabs } from "../money/money-tabs";
import { PageHead } from "@/app/_ui/surfaces/page-head";
import { Card } from "@/app/_ui/surfaces/card";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import { studioContext } from "@/app/(studio)/_parts/studio-context";
import { consentText, listTaxDocuments, readTaxProfile, type TaxDocumentView, type TaxProfile, taxYears } from "@/lib/commerce/tax";
import { formatMoney } from "@/lib/platform/money/format";
import { ConsentForm } from "./_parts/consent-form";
import { countryName } from "./_parts/places";
import { TaxStatus } from "./_parts/tax-status";

export const metadata: Metadata = { title: "Tax" };
const formNames = { w9: "Form W-9", w8ben: "Form W-8BEN", w8ben_e: "Form W-8BEN-E" };
const matches = { not_checked: "Not checked with the IRS yet", matched: "The IRS says name and number match", mismatched: "The IRS says they do not match" };

export default async function TaxPage() {
  const { ctx } = await studioContext();
  const [profile, documents] = await Promise.all([readTaxProfile(ctx), listTaxDocuments(ctx)]);
  return (
    <>
      <PageHead title="Tax" lead="Your form, your yearly documents, and how what fans paid became what you got." />
      <MoneyTabs at="/studio/tax" />
      <div className="grid max-w-[760px] gap-6">
        <TaxStatus profile={profile} />
        <Section title="Your form" action={profile.form && <LinkButton href="/studio/tax/sign">Sign a new one</LinkButton>}>
          {profile.form ? <FormFacts form={profile.form} /> : <p className="text-soft">None yet. Numbers and addresses are encrypted; here and on your copies only the last four digits show.</p>}
        </Section>
        <Section title="Your documents">
          <Documents documents={documents} />
        </Section>
        <Section title="How documents reach you">
          <ConsentForm given={profile.eDelivery} text={consentText.text} />
        </Section>
        <Section title="From sales to your bank">
          <p className="mb-3 text-soft">Each year to the cent: what fans paid, what went where, what reached you.</p>
          <ul className="flex flex-wrap gap-3">
            {[...taxYears].reverse().map((year) => (
              <li key={year}>
                <LinkButton href={`/studio/tax/${year}`}>{year}</LinkButton>
              </li>
            ))}
          </ul>
        </Section>
        <Section title="In the European Union?" action={<LinkButton href="/studio/tax/eu">{profile.seller ? "Change it" : "Give details"}</LinkButton>}>
          <Seller seller={profile.seller} />
        </Section>
      </div>
    </>
  );
}

function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <Card as="section" aria-label={title}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </Card>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex flex-wrap justify-between gap-x-6 border-t border-line py-2 first:border-0">
    <dt className="text-soft">{label}</dt>
    <dd className="num font-medium">{children}</dd>
  </div>
);

function FormFacts({ form }: { form: NonNullable<TaxProfile["form"]> }) {
  return (
    <dl className="text-small">
      <Fact label={formNames[form.kind]}>
        signed <DateTime date={form.signedAt} />
      </Fact>
      <Fact label="Name">{form.name}</Fact>
      <Fact label="Lives in">{form.state ? `${form.state}, ${countryName(form.country)}` : countryName(form.country)}</Fact>
      {form.tin && <Fact label="US tax number">{form.tin}</Fact>}
      {form.foreignTin && <Fact label={`Tax number in ${countryName(form.country)}`}>{form.foreignTin}</Fact>}
      {form.kind === "w9" && <Fact label="Checked">{matches[form.tinMatch]}</Fact>}
      {form.validUntil && (
        <Fact label="Good until">
          <DateTime date={form.validUntil} />
        </Fact>
      )}
    </dl>
  );
}

function Documents({ documents }: { documents: TaxDocumentView[] }) {
  if (documents.length === 0) return <p className="text-soft">They stand here by 31 January, when a year brought enough that one is due.</p>;
  return (
    <ul className="grid">
      {documents.map(({ id, form, year, gross, currency, correction, voided }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-t border-line py-2.5 first:border-0">
          <Link href={`/api/v1/tax-documents/${id}`} target="_blank" className="font-semibold underline underline-offset-4">
            {form}, {year} (PDF)
          </Link>
          <span className="num flex items-center gap-3 text-small text-soft">
            {voided ? <Chip tone="danger">void</Chip> : correction > 0 && <Chip tone="held">corrected</Chip>}
            {formatMoney({ amount: gross, currency })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Seller({ seller }: { seller: TaxProfile["seller"] }) {
  if (!seller) return <p className="text-soft">Platforms report sellers who live there once a year (DAC7). If that is you, give your details; if not, there is nothing to do.</p>;
  return (
    <dl className="text-small">
      <Fact label="Lives in">{countryName(seller.country)}</Fact>
      <Fact label="Tax number">{seller.tin}</Fact>
      {seller.vatId && <Fact label="VAT number">{seller.vatId}</Fact>}
    </dl>
  );
}
