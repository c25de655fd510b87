/** Why an issuer refuses a card, in Stripe's words. */
export interface Refusal {
  code: string;
  declineCode: string;
  message: string;
}

export interface TestCard {
  number: string;
  /** The tail of its `pm_card_…` name for server-side use. */
  name: string;
  brand: "visa" | "mastercard" | "amex" | "discover";
  /** Refused at every charge. */
  refusal?: Refusal;
  /** Saves and pays while the holder is present, but is refused later, off session. */
  refusedLater?: boolean;
  /** 3-D Secure: `once` asks at the first payment, `always` also refuses to renew without the holder. */
  authentication?: "once" | "always";
  /** Where its bank is; absent: the United States. */
  country?: string;
  /** The money can be used at once instead of after two days. */
  instant?: boolean;
  /** The holder takes every payment back through the bank at once, or the bank asks or warns. */
  trouble?: { dispute: string; inquiry?: boolean } | { warning: string };
  /** A refund waits, or comes back days later. */
  refund?: "pending" | "fails";
}

const declined = (declineCode: string, message = "Your card was declined."): Refusal => ({ code: "card_declined", declineCode, message });
export const genericDecline = declined("generic_decline");
const realCard = declined("test_mode_live_card", "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.");
export const authenticationRequired: Refusal = {
  code: "authentication_required",
  declineCode: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
};

/** https://docs.stripe.com/testing */
export const testCards: readonly TestCard[] = [
  { number: "4242424242424242", name: "visa", brand: "visa" },
  { number: "4000056655665556", name: "visa_debit", brand: "visa" },
  { number: "5555555555554444", name: "mastercard", brand: "mastercard" },
  { number: "378282246310005", name: "amex", brand: "amex" },
  { number: "6011111111111117", name: "discover", brand: "discover" },
  { number: "4000002760000016", name: "de", brand: "visa", country: "DE" },
  { number: "4000000000000077", name: "bypassPending", brand: "visa", instant: true },
  { number: "4000000000000002", name: "chargeDeclined", brand: "visa", refusal: genericDecline },
  { number: "4000000000009995", name: "chargeDeclinedInsufficientFunds", brand: "visa", refusal: declined("insufficient_funds", "Your card has insufficient funds.") },
  { number: "4000000000009987", name: "chargeDeclinedLostCard", brand: "visa", refusal: declined("lost_card") },
  { number: "4000000000009979", name: "chargeDeclinedStolenCard", brand: "visa", refusal: declined("stolen_card") },
  { number: "4000000000000069", name: "chargeDeclinedExpiredCard", brand: "visa", refusal: { code: "expired_card", declineCode: "expired_card", message: "Your card has expired." } },
  { number: "4000000000000127", name: "chargeDeclinedIncorrectCvc", brand: "visa", refusal: { code: "incorrect_cvc", declineCode: "incorrect_cvc", message: "Your card's security code is incorrect." } },
  { number: "4000000000000119", name: "chargeDeclinedProcessingError", brand: "visa", refusal: { code: "processing_error", declineCode: "processing_error", message: "An error occurred while processing your card. Try again in a little bit." } },
  { number: "4000000000000341", name: "chargeCustomerFail", brand: "visa", refusedLater: true },
  { number: "4000002500003155", name: "authenticationRequiredOnSetup", brand: "visa", authentication: "once" },
  { number: "4000002760003184", name: "authenticationRequired", brand: "visa", authentication: "always" },
  { number: "4000000000000259", name: "createDispute", brand: "visa", trouble: { dispute: "fraudulent" } },
  { number: "4000000000002685", name: "createDisputeProductNotReceived", brand: "visa", trouble: { dispute: "product_not_received" } },
  { number: "4000000000001976", name: "createDisputeInquiry", brand: "visa", trouble: { dispute: "fraudulent", inquiry: true } },
  { number: "4000000000005423", name: "createIssuerFraudRecord", brand: "visa", trouble: { warning: "unauthorized_use_of_card" } },
  { number: "4000000000007726", name: "pendingRefund", brand: "visa", refund: "pending" },
  { number: "4000000000005126", name: "refundFail", brand: "visa", refund: "fails" },
  { number: "4000000000003220", name: "threeDSecure2Required", brand: "visa", authentication: "once" },
];

/** Any number that is not a test card is refused, as Stripe does in test mode. */
export function cardOf(number: string): TestCard {
  return testCards.find((card) => card.number === number) ?? { number, name: "", brand: "visa", refusal: realCard };
}

/** Finds `pm_card_chargeDeclined`, and the longer `pm_card_visa_chargeDeclined`. */
export function cardNamed(token: string): TestCard | undefined {
  if (!token.startsWith("pm_card_")) return undefined;
  const name = token.slice("pm_card_".length);
  return testCards.find((card) => card.name === name || `visa_${card.name}` === name);
}

/** The checksum of every card number (ISO/IEC 7812). */
export function passesLuhn(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = Array.from(number).reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

export type Verdict = { kind: "pays" } | { kind: "authenticates" } | { kind: "refuses"; refusal: Refusal };

/** What the issuer says to a charge now. `offSession`: the holder is not there, as at a renewal. */
export function verdict(card: TestCard, asked: { offSession: boolean; authenticated: boolean; passedNow: boolean }): Verdict {
  if (card.refusal) return { kind: "refuses", refusal: card.refusal };
  if (card.refusedLater && asked.offSession) return { kind: "refuses", refusal: genericDecline };
  if (!card.authentication || asked.passedNow) return { kind: "pays" };
  if (card.authentication === "once" && asked.authenticated) return { kind: "pays" };
  return asked.offSession ? { kind: "refuses", refusal: authenticationRequired } : { kind: "authenticates" };
}
