import { Money } from "@/app/_ui/money/money";
import { Card } from "@/app/_ui/surfaces/card";
import type { DisputeDetail } from "@/lib/commerce/disputes";

/** What of the money is whose, and what becomes of it. */
export function MoneyOfIt({ dispute: { amount, currency, yours, held, stage, shield } }: { dispute: DisputeDetail }) {
  const asks = stage === "warned" || stage === "warned_answered" || stage === "closed";
  const rows = [
    { label: "Disputed", amount },
    ...(asks ? [] : [{ label: "Of this, yours", amount: yours }]),
    ...(held > 0 ? [{ label: "Kept back", amount: held, tone: "held" as const }] : []),
    ...(stage === "lost" ? [{ label: "Gone to the fan", amount: -yours }] : []),
    ...(shield && shield.paid > 0 ? [{ label: "Paid by the shield", amount: shield.paid, tone: "in" as const }] : []),
  ];
  return (
    <Card as="section" aria-labelledby="money">
      <h2 id="money" className="mb-2 font-semibold">
        The money
      </h2>
      <dl>
        {rows.map(({ label, amount: value, ...rest }) => (
          <div key={label} className="flex justify-between gap-4 border-t border-line py-2 first:border-0">
            <dt className="text-soft">{label}</dt>
            <dd>
              <Money amount={value} currency={currency} {...rest} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-small text-soft">{asks ? "The bank only asks. No money has been taken." : noteOf(stage, held, yours)} What the dispute costs, we pay.</p>
      {shield && (
        <p className="mt-3 border-t border-line pt-3 text-small">
          <strong className="font-semibold">The shield. </strong>
          {shield.text}
        </p>
      )}
    </Card>
  );
}

function noteOf(stage: string, held: number, yours: number): string {
  if (stage === "won" || stage === "withdrawn") return "What was kept back is in your balance again.";
  if (stage === "lost") return "Our fee on it went back to the fan as well.";
  return held < yours ? "The rest had been paid out to you; it is asked for only if the bank decides for the fan." : "It is yours again if the bank decides for you.";
}
