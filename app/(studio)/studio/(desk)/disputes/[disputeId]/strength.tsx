import { Card } from "@/app/_ui/surfaces/card";
import type { DisputeDetail } from "@/lib/commerce/disputes";

/** What there is to show a bank, and how much it weighs. */
export function Strength({ dispute: { because, strength } }: { dispute: DisputeDetail }) {
  if (strength === null) return null;
  return (
    <Card as="section" aria-labelledby="strength">
      <h2 id="strength" className="font-semibold">
        What there is to show
      </h2>
      <p className="mt-1 text-small text-soft">
        Strength <span className="num font-semibold text-ink">{strength}</span> of 100: how much evidence there is, not how likely it is to be won.
      </p>
      {because.length === 0 ? (
        <p className="mt-3 text-small">Nothing is recorded of what the fan did here.</p>
      ) : (
        <ul className="mt-3 grid text-small">
          {because.map(({ words, points }) => (
            <li key={words} className="flex justify-between gap-4 border-t border-line py-2">
              <span>{words}</span>
              <span className="num text-soft">{points > 0 ? `+${points}` : `−${-points}`}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-3 text-tiny text-soft">Names, addresses and sign-ins of the fan go to the bank alone.</p>
    </Card>
  );
}
