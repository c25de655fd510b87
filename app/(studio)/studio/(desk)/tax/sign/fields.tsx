"use client";

import { Check } from "../_parts/check";
import { type ErrorOf, ForeignAddress, Part, SelectField, TextField, UsAddress } from "../_parts/form-parts";
import type { Option } from "../_parts/states";

const taxClasses: Option[] = [
  { value: "individual", label: "A person, or a business of one's own" },
  { value: "llc-single", label: "LLC with one owner" },
  { value: "c-corporation", label: "C corporation, or LLC taxed as one" },
  { value: "s-corporation", label: "S corporation, or LLC taxed as one" },
  { value: "partnership", label: "Partnership, or LLC taxed as one" },
  { value: "trust-or-estate", label: "Trust or estate" },
];
const tinKinds: Option[] = [
  { value: "ssn", label: "Social Security number (SSN)" },
  { value: "itin", label: "Individual number (ITIN)" },
  { value: "ein", label: "Employer number (EIN)" },
];
const entityTypes: Option[] = [
  { value: "corporation", label: "Corporation" },
  { value: "partnership", label: "Partnership" },
  { value: "simple-trust", label: "Simple trust" },
  { value: "complex-trust", label: "Complex trust" },
  { value: "estate", label: "Estate" },
  { value: "government", label: "Government" },
  { value: "tax-exempt", label: "Tax-exempt organisation" },
];
const fatcaStatuses: Option[] = [
  { value: "active-nffe", label: "Active business (active NFFE)" },
  { value: "passive-nffe", label: "Mostly passive income (passive NFFE)" },
  { value: "publicly-traded-nffe", label: "Listed on an exchange (publicly traded NFFE)" },
  { value: "nonprofit", label: "Non-profit" },
  { value: "other", label: "Another status" },
];

/** `countries`: to choose from, named by the server. */
type Props = { error: ErrorOf; countries: Option[] };

export function UsFields({ error }: Props) {
  return (
    <>
      <Part title="You">
        <TextField name="name" label="Name, as on your tax return" error={error} autoComplete="name" />
        <TextField name="businessName" label="Business name, if it is another" error={error} optional autoComplete="organization" />
        <SelectField name="taxClass" label="For tax you are" error={error} options={taxClasses} />
        <TextField name="exemptPayeeCode" label="Exempt payee code" error={error} optional inputMode="numeric" hint="Most people have none." />
      </Part>
      <UsAddress error={error} />
      <Part title="Tax number">
        <div className="grid gap-4.5 sm:grid-cols-2">
          <SelectField name="tinKind" label="Which number" error={error} options={tinKinds} />
          <TextField name="tin" label="Number" error={error} inputMode="numeric" autoComplete="off" maxLength={20} hint="Encrypted. Only its last four digits are ever shown." />
        </div>
        <Check name="backupNotice" value="yes" label="The IRS has told me that I am subject to backup withholding." hint="Leave it empty unless you had a letter that says so." />
      </Part>
    </>
  );
}

/** What both W-8 ask of numbers and treaties. */
function Abroad({ error, countries }: Props) {
  return (
    <>
      <Part title="Tax numbers">
        <TextField name="foreignTin" label="Tax number of your country" error={error} optional autoComplete="off" hint="Encrypted. Only its end is ever shown." />
        <Check name="noForeignTin" value="yes" label="My country gives me none, or does not ask me to tell it." />
        <TextField name="usTin" label="US tax number, if you have one" error={error} optional inputMode="numeric" autoComplete="off" />
      </Part>
      <Part title="Treaty, if you claim one">
        <SelectField name="treatyCountry" label="Country of the treaty" error={error} options={[{ value: "", label: "I claim none" }, ...countries.slice(1)]} optional />
        <div className="grid gap-4.5 sm:grid-cols-2">
          <TextField name="treatyArticle" label="Article" error={error} optional />
          <TextField name="treatyRate" label="Rate, in whole per cent" error={error} optional inputMode="numeric" maxLength={2} />
        </div>
      </Part>
    </>
  );
}

export function PersonFields({ error, countries }: Props) {
  return (
    <>
      <Part title="You">
        <TextField name="name" label="Full name" error={error} autoComplete="name" />
        <div className="grid gap-4.5 sm:grid-cols-2">
          <SelectField name="citizenship" label="Citizen of" error={error} options={countries} />
          <TextField name="birthDate" label="Date of birth" error={error} type="date" autoComplete="bday" />
        </div>
      </Part>
      <ForeignAddress error={error} countries={countries} />
      <Abroad error={error} countries={countries} />
    </>
  );
}

export function EntityFields({ error, countries }: Props) {
  return (
    <>
      <Part title="Organisation">
        <TextField name="name" label="Name" error={error} autoComplete="organization" />
        <SelectField name="incorporatedIn" label="Founded under the law of" error={error} options={countries} />
        <SelectField name="entityType" label="It is a" error={error} options={entityTypes} />
        <SelectField name="fatcaStatus" label="Status under FATCA" error={error} options={fatcaStatuses} />
        <TextField name="giin" label="GIIN" error={error} optional autoComplete="off" hint="Only some have one." />
      </Part>
      <ForeignAddress error={error} countries={countries} label="Country it is resident in" />
      <Abroad error={error} countries={countries} />
    </>
  );
}
