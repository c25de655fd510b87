import type Stripe from "stripe";
import { invalid } from "../http/errors";
import type { Params } from "../http/params";
import { newId } from "../state/ids";
import type { Context } from "../state/context";
import { addMonths } from "./periods";
import { must, ref } from "./refs";

/** A coupon to be redeemed, and the code it was named by. */
export interface Voucher {
  coupon: Stripe.Coupon;
  code: Stripe.PromotionCode | null;
}

/** Whom and what a voucher is for. */
export interface Occasion {
  customer: string | null;
  /** Minor units, before the discount. */
  subtotal: number;
}

/** Reads `discounts[]`: a coupon or a promotion code each. @throws 400 when one may not be used */
export function readVouchers(ctx: Context, params: Params, occasion: Occasion): Voucher[] {
  return params.objects("discounts", ["coupon", "promotion_code"]).map((one) => {
    const named = one.text("promotion_code");
    const code = named === undefined ? null : must(ctx.db.promotionCodes, "promotion code", named, one.full("promotion_code"));
    const coupon = must(ctx.db.coupons, "coupon", code ? ref(code.promotion.coupon) : (one.text("coupon") ?? ""), one.full("coupon"));
    const problem = objection(ctx, { coupon, code }, occasion);
    if (problem !== undefined) throw invalid(problem, { code: code ? "promotion_code_not_redeemable" : "coupon_expired", param: one.full(code ? "promotion_code" : "coupon") });
    return { coupon, code };
  });
}

/** The voucher that a person typed at Checkout, or why there is none. */
export function typedVoucher(ctx: Context, text: string, occasion: Occasion): Voucher | string {
  const code = ctx.db.promotionCodes.by("code", text.trim().toLowerCase()).find((one) => isActive(ctx, one));
  const coupon = code && ctx.db.coupons.get(ref(code.promotion.coupon) ?? "");
  if (!code || !coupon) return "This code is invalid.";
  return objection(ctx, { coupon, code }, occasion) ?? { coupon, code };
}

function objection(ctx: Context, { coupon, code }: Voucher, { customer, subtotal }: Occasion): string | undefined {
  if (!isValid(ctx, coupon)) return `Coupon expired: ${coupon.id}`;
  if (!code) return undefined;
  if (!isActive(ctx, code)) return "This promotion code is expired or no longer active.";
  if (ref(code.customer) !== null && ref(code.customer) !== customer) return "This promotion code is for another customer.";
  const bought = customer !== null && ctx.db.charges.by("customer", customer).some((charge) => charge.status === "succeeded");
  if (code.restrictions.first_time_transaction && bought) return "This promotion code cannot be redeemed because the associated customer has prior transactions.";
  if (subtotal < (code.restrictions.minimum_amount ?? 0)) return "This promotion code cannot be redeemed because the order is below its minimum amount.";
  return undefined;
}

export function isValid(ctx: Context, coupon: Stripe.Coupon): boolean {
  return (coupon.redeem_by === null || coupon.redeem_by > ctx.now) && (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions);
}

export function isActive(ctx: Context, code: Stripe.PromotionCode): boolean {
  const coupon = ctx.db.coupons.get(ref(code.promotion.coupon) ?? "");
  return code.active && (code.expires_at === null || code.expires_at > ctx.now) && (code.max_redemptions === null || code.times_redeemed < code.max_redemptions) && coupon !== undefined && isValid(ctx, coupon);
}

/** Uses the voucher up by one, for a subscription or a single payment. */
export function redeem(ctx: Context, { coupon, code }: Voucher, to: { customer: string | null; subscription: string | null; session: string | null }): Stripe.Discount {
  ctx.db.coupons.put({ ...coupon, times_redeemed: coupon.times_redeemed + 1 });
  if (code) ctx.db.promotionCodes.put({ ...code, times_redeemed: code.times_redeemed + 1 });
  const discount = ctx.db.discounts.put({
    id: newId("di"),
    object: "discount",
    checkout_session: to.session,
    customer: to.customer,
    customer_account: null,
    end: coupon.duration === "repeating" ? addMonths(ctx.now, coupon.duration_in_months ?? 1) : null,
    invoice: null,
    invoice_item: null,
    promotion_code: code?.id ?? null,
    source: { coupon: coupon.id, type: "coupon" },
    start: ctx.now,
    subscription: to.subscription,
    subscription_item: null,
  });
  ctx.emit("customer.discount.created", discount);
  return discount;
}

/** What a coupon takes off an amount (minor units). */
export function reduction(coupon: Stripe.Coupon, amount: number): number {
  if (amount <= 0) return 0;
  const off = coupon.percent_off === null ? (coupon.amount_off ?? 0) : Math.round((amount * coupon.percent_off) / 100);
  return Math.min(amount, off);
}

/** The discounts that an invoice of the subscription has now, one after the other. */
export function discountsOn(ctx: Context, subscription: Stripe.Subscription, subtotal: number): Stripe.Invoice.TotalDiscountAmount[] {
  let rest = subtotal;
  return subscription.discounts.flatMap((field) => {
    const discount = ctx.db.discounts.get(ref(field) ?? "");
    const coupon = discount && couponOf(ctx, discount);
    if (!discount || !coupon || (discount.end !== null && discount.end <= ctx.now)) return [];
    const amount = reduction(coupon, rest);
    rest -= amount;
    return amount === 0 ? [] : [{ amount, discount: discount.id }];
  });
}

/** A discount for once is gone with the invoice that had it, one for some months when they are over. */
export function spendDiscounts(ctx: Context, subscription: Stripe.Subscription, invoice: Stripe.Invoice): void {
  const used = new Set((invoice.total_discount_amounts ?? []).map(({ discount }) => ref(discount)));
  subscription.discounts = subscription.discounts.filter((field) => {
    const discount = ctx.db.discounts.get(ref(field) ?? "");
    const once = discount && couponOf(ctx, discount)?.duration === "once";
    return discount !== undefined && !(once && used.has(discount.id)) && (discount.end === null || discount.end > ctx.now);
  });
}

/** A deleted coupon stays with those who have it. */
function couponOf(ctx: Context, discount: Stripe.Discount): Stripe.Coupon | undefined {
  const id = ref(discount.source.coupon) ?? "";
  return ctx.db.coupons.get(id) ?? ctx.db.goneCoupons.get(id);
}
