import { LinkButton } from "@/app/_ui/controls/link-button";
import { Notice } from "@/app/_ui/surfaces/notice";
import type { TaxProfile } from "@/lib/commerce/tax";

const words: Record<Exclude<TaxProfile["status"], "in_order">, { title: string; why: string; action?: string }> = {
  missing: { title: "We have no tax form from you", why: "Sign a W-9 (US) or a W-8 (elsewhere); it takes five minutes.", action: "Sign a form" },
  expired: { title: "Your W-8 has run out", why: "It holds for three years after the year it was signed in. Sign a new one.", action: "Sign a new one" },
  tin_mismatch: { title: "The IRS says name and number do not match", why: "Look at your Social Security card or the IRS's letter, and sign a W-9 exactly as it says there.", action: "Sign a new W-9" },
  payee_said_so: { title: "The IRS has told you that tax must be withheld", why: "You said so on your W-9. When the IRS has ended it, sign a new one." },
};

/** Whether all is in order; and if not, what is withheld, why, and the way out. */
export function TaxStatus({ profile }: { profile: TaxProfile }) {
  if (profile.status === "in_order") {
    return (
      <Notice tone="in" title="All in order. Nothing is withheld.">
        You are paid in full. {profile.form?.kind === "w9" ? "A W-9 stays good until something on it changes." : "We tell you here when your W-8 runs out."}
      </Notice>
    );
  }
  const { title, why, action } = words[profile.status];
  return (
    <Notice tone="held" title={title} action={action && <LinkButton href="/studio/tax/sign" variant="primary">{action}</LinkButton>}>
      <p>{why}</p>
      <p className="mt-1">
        Until then the law has us send <strong className="text-ink">{profile.withholdingPercent} % of each payout</strong> to the IRS: of $100.00 you get ${100 - profile.withholdingPercent}.00. You get it back, or credited, with your tax return.
      </p>
    </Notice>
  );
}
