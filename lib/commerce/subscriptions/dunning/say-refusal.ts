/**
 * A bank's code in people's words, with what they can do. What banks ask not to be told (a lost or stolen card, a suspicion) is said
 * as any refusal: https://docs.stripe.com/declines/codes
 */
const words: Record<string, string> = {
  insufficient_funds: "There was not enough money on the card.",
  expired_card: "The card has expired.",
  authentication_required: "The bank wants to ask you first whether this is you.",
  card_velocity_exceeded: "The card has reached its limit.",
  withdrawal_count_limit_exceeded: "The card has reached its limit.",
  currency_not_supported: "The card does not pay in US dollars.",
  card_not_supported: "The card does not take payments like this one.",
  transaction_not_allowed: "The card does not take payments like this one.",
  incorrect_cvc: "The card's security code did not fit.",
  invalid_cvc: "The card's security code did not fit.",
  incorrect_number: "The card's number did not fit.",
  invalid_expiry_month: "The card's date did not fit.",
  invalid_expiry_year: "The card's date did not fit.",
  processing_error: "The bank could not be reached.",
  issuer_not_available: "The bank could not be reached.",
  try_again_later: "The bank could not be reached.",
  missing: "There is no card to pay with.",
};

export const sayRefusal = (code: string | null | undefined): string => words[code ?? ""] ?? "The bank refused the card and did not say why.";
