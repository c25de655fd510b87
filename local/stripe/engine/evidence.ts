import type Stripe from "stripe";
import { invalid } from "../http/errors";
import type { Params } from "../http/params";
import type { Context } from "../state/context";
import { must } from "./refs";

const texts = [
  "access_activity_log", "billing_address", "cancellation_policy_disclosure", "cancellation_rebuttal", "customer_email_address", "customer_name", "customer_purchase_ip", "duplicate_charge_explanation",
  "duplicate_charge_id", "product_description", "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "shipping_address", "shipping_carrier", "shipping_date", "shipping_tracking_number", "uncategorized_text",
] as const satisfies (keyof Stripe.DisputeUpdateParams.Evidence)[];
const files = [
  "cancellation_policy", "customer_communication", "customer_signature", "duplicate_charge_documentation", "receipt", "refund_policy", "service_documentation", "shipping_documentation", "uncategorized_file",
] as const satisfies (keyof Stripe.DisputeUpdateParams.Evidence)[];
/** Letters of all texts together. */
const mostLetters = 150_000;

export function emptyEvidence(charge: Stripe.Charge): Stripe.Dispute.Evidence {
  return {
    access_activity_log: null, billing_address: null, cancellation_policy: null, cancellation_policy_disclosure: null, cancellation_rebuttal: null, customer_communication: null,
    customer_email_address: charge.billing_details.email, customer_name: charge.billing_details.name, customer_purchase_ip: null, customer_signature: null, duplicate_charge_documentation: null,
    duplicate_charge_explanation: null, duplicate_charge_id: null, enhanced_evidence: {}, product_description: null, receipt: null, refund_policy: null, refund_policy_disclosure: null,
    refund_refusal_explanation: null, service_date: null, service_documentation: null, shipping_address: null, shipping_carrier: null, shipping_date: null, shipping_documentation: null,
    shipping_tracking_number: null, uncategorized_file: null, uncategorized_text: null,
  };
}

/** What was sent, laid over what was there; `""` takes a piece back. @throws 400 for a file that is none, or is for something else */
export function readEvidence(ctx: Context, current: Stripe.Dispute.Evidence, sent: Params): Stripe.Dispute.Evidence {
  sent.accept([...texts, ...files]);
  const next = { ...current };
  for (const name of texts) if (sent.has(name)) next[name] = sent.text(name) || null;
  for (const name of files) if (sent.has(name)) next[name] = readFile(ctx, sent, name);
  const letters = texts.reduce((sum, name) => sum + (next[name]?.length ?? 0), 0);
  if (letters > mostLetters) throw invalid(`The combined character count of the evidence may be up to ${mostLetters}, but is ${letters}.`, { param: "evidence" });
  return next;
}

function readFile(ctx: Context, sent: Params, name: string): string | null {
  const id = sent.text(name);
  if (id === undefined || id === "") return null;
  const file = must(ctx.db.files, "file upload", id, sent.full(name));
  if (file.purpose !== "dispute_evidence") throw invalid(`The file ${id} has the purpose ${file.purpose}, and evidence needs dispute_evidence.`, { param: sent.full(name) });
  return file.id;
}
