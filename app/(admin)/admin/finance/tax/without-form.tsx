import { Chip } from "@/app/_ui/surfaces/chip";
import type { MissingForms } from "@/lib/commerce/tax";
import { Pages } from "../_parts/pages";
import { Part } from "../_parts/part";
import { PayeeLink } from "../_parts/payee-link";

/** Who sold something and has given no form: tax is withheld from them, and their documents have no number. */
export function WithoutForm({ path, year, missing, beyond }: { path: string; year: number; missing: MissingForms; beyond: string | undefined }) {
  return (
    <Part title="Without a form" lead="They sold something in the year; part of each payout is withheld for the tax office until they sign one in the studio.">
      {missing.data.length === 0 ? (
        <p className="border-t border-line py-2.5 text-soft">{missing.next ? "Nobody in this stretch." : "Nobody."}</p>
      ) : (
        <ul className="max-h-96 divide-y divide-line overflow-y-auto border-y border-line">
          {missing.data.map((one) => (
            <li key={one.creatorId} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <PayeeLink payee={one} />
              {one.expired && <Chip tone="held">ran out</Chip>}
            </li>
          ))}
        </ul>
      )}
      <Pages path={path} query={{ year: String(year) }} cursor={beyond} next={missing.next} name="beyond" nextLabel="Look further" />
    </Part>
  );
}
