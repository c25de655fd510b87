export { catchUpCheckouts } from "./catch-up";
export { countries } from "./countries";
export { confirmCheckout, syncCheckout } from "./confirm-checkout";
export { readSheet } from "./read-sheet";
export { readCheckout } from "./queries";
export { checkoutOutput, type CheckoutView, startCheckoutInput } from "./schema";
export { startCheckout } from "./start-checkout";
export { subscribers } from "./subscribers";
