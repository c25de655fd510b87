import { Field } from "@/app/_ui/forms/field";
import { Select } from "@/app/_ui/forms/select";
import { countries } from "@/lib/commerce/checkout";
import { consentTexts, consentVersion, mayWithdrawFrom } from "@/lib/commerce/subscriptions";

const names = new Intl.DisplayNames("en", { type: "region" });
const options = countries.map((code) => ({ value: code, label: names.of(code) ?? code })).sort((a, b) => a.label.localeCompare(b.label, "en"));
/** The browser shows what concerns the chosen country by itself: no script has to. */
const inEu = countries.filter(mayWithdrawFrom).map((code) => `option[value=${code}]:checked`).join(",");
const reveal = `.eu-only,.abroad-only{display:none}.residence:has(${inEu}) .eu-only{display:flex}.residence:not(:has(option[value=""]:checked,option[value=US]:checked)) .abroad-only{display:block}`;

const membership = { version: consentVersion, text: consentTexts[consentVersion] };

/** Where the fan lives, and what follows from it: whose rate the money is changed at, and what buyers in the EU may agree to. */
export function Residence({ guess, nonce, agree = membership }: { guess: string | undefined; nonce: string | undefined; /** The words they may agree to, and their version. */ agree?: { version: string; text: string | undefined } }) {
  return (
    <div className="residence mt-6 grid gap-3">
      <style nonce={nonce}>{reveal}</style>
      <Field id="country" label="Where you live" hint="Buyers have different rights in different countries.">
        {(control) => <Select {...control} name="country" defaultValue={guess ?? ""} options={[{ value: "", label: "Choose, if you like" }, ...options]} />}
      </Field>
      <p className="abroad-only text-small text-soft">You pay in US dollars. If your card is in another currency, your bank converts; its rate and its fee are its own.</p>
      <label className="eu-only cursor-pointer gap-3 rounded-m border border-line bg-surface p-3.5 text-small">
        <input type="checkbox" name="consent" value={agree.version} className="mt-0.5 size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
        <span>
          {agree.text} <span className="text-soft">You need not agree: everything opens all the same, and you keep the right for fourteen days.</span>
        </span>
      </label>
    </div>
  );
}
