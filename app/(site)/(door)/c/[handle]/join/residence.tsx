import { Field } from "@/app/_ui/forms/field";
import { Select } from "@/app/_ui/forms/select";
import { countries } from "@/lib/commerce/checkout";
import { consentTexts, consentVersion, mayWithdrawFrom } from "@/lib/commerce/subscriptions";

const names = new Intl.DisplayNames("en", { type: "region" });
/** The browser shows what concerns the chosen country by itself: no script has to, and no style of this page alone. */
const markOf = (code: string): string => (mayWithdrawFrom(code) ? "abroad in-eea" : code === "US" ? "" : "abroad");
const options = countries.map((code) => ({ value: code, label: names.of(code) ?? code, className: markOf(code) })).sort((a, b) => a.label.localeCompare(b.label, "en"));

const membership = { version: consentVersion, text: consentTexts[consentVersion] };

/** Where the fan lives, and what follows from it: whose rate the money is changed at, and what buyers in the EU may agree to. */
export function Residence({ guess, agree = membership }: { guess: string | undefined; /** The words they may agree to, and their version. */ agree?: { version: string; text: string | undefined } }) {
  return (
    <div className="group/residence mt-6 grid gap-3">
      <Field id="country" label="Where you live" hint="Buyers have different rights in different countries.">
        {(control) => <Select {...control} name="country" defaultValue={guess ?? ""} options={[{ value: "", label: "Choose, if you like" }, ...options]} />}
      </Field>
      <p className="hidden text-small text-soft group-has-[option.abroad:checked]/residence:block">You pay in US dollars. If your card is in another currency, your bank converts; its rate and its fee are its own.</p>
      <label className="hidden cursor-pointer gap-3 rounded-m border border-line bg-surface p-3.5 text-small group-has-[option.in-eea:checked]/residence:flex">
        <input type="checkbox" name="consent" value={agree.version} className="mt-0.5 size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
        <span>
          {agree.text} <span className="text-soft">You need not agree: everything opens all the same, and you keep the right for fourteen days.</span>
        </span>
      </label>
    </div>
  );
}
