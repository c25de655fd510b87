import type Stripe from "stripe";
import { isActive, isValid } from "../engine/discounts";
import { livingCustomer } from "../engine/customers";
import { must, ref } from "../engine/refs";
import { invalid, missing } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata, requiredCurrency } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";
import { newId, randomText } from "../state/ids";

const couponCreated = ["amount_off", "currency", "duration", "duration_in_months", "id", "max_redemptions", "metadata", "name", "percent_off", "redeem_by"] satisfies (keyof Stripe.CouponCreateParams)[];
const codeCreated = ["active", "code", "customer", "expires_at", "max_redemptions", "metadata", "promotion", "restrictions"] satisfies (keyof Stripe.PromotionCodeCreateParams)[];

function createCoupon(call: Call): Stripe.Coupon {
  const { params } = call;
  const percent = params.has("percent_off") ? Number(params.requiredText("percent_off")) : null;
  const amount = params.has("amount_off") ? params.requiredInteger("amount_off", 1) : null;
  if ((percent === null) === (amount === null)) throw invalid("You must pass either percent_off or amount_off.", { code: "parameter_missing", param: "percent_off" });
  if (percent !== null && !(percent > 0 && percent <= 100)) throw invalid("percent_off must be greater than 0 and at most 100.", { param: "percent_off" });
  const duration = params.choice("duration", ["forever", "once", "repeating"]) ?? "once";
  const months = duration === "repeating" ? params.requiredInteger("duration_in_months", 1) : null;
  const id = params.text("id") ?? randomText(8);
  if (call.db.coupons.get(id)) throw invalid("Coupon already exists.", { code: "resource_already_exists", param: "id" });
  const coupon = call.db.coupons.put({
    id,
    object: "coupon",
    amount_off: amount,
    created: call.now,
    currency: amount === null ? null : requiredCurrency(params),
    duration,
    duration_in_months: months,
    livemode: false,
    max_redemptions: params.has("max_redemptions") ? params.requiredInteger("max_redemptions", 1) : null,
    metadata: mergedMetadata({}, params),
    name: params.text("name") ?? null,
    percent_off: percent,
    redeem_by: params.integer("redeem_by") ?? null,
    times_redeemed: 0,
    valid: true,
  });
  call.emit("coupon.created", coupon);
  return coupon;
}

const shownCoupon = (call: Call, coupon: Stripe.Coupon): Stripe.Coupon => ({ ...coupon, valid: isValid(call, coupon) });
const shownCode = (call: Call, code: Stripe.PromotionCode): Stripe.PromotionCode => ({ ...code, active: isActive(call, code) });

function updateCoupon(call: Call): Stripe.Coupon {
  const coupon = must(call.db.coupons, "coupon", idOf(call));
  const next = { ...coupon, name: call.params.text("name") ?? coupon.name, metadata: mergedMetadata(coupon.metadata ?? {}, call.params) };
  call.emit("coupon.updated", next, { name: coupon.name, metadata: coupon.metadata });
  return shownCoupon(call, call.db.coupons.put(next));
}

function removeCoupon(call: Call): Stripe.DeletedCoupon {
  const coupon = must(call.db.coupons, "coupon", idOf(call));
  call.db.goneCoupons.put(coupon);
  call.db.coupons.remove(coupon.id);
  call.emit("coupon.deleted", coupon);
  return { id: coupon.id, object: "coupon", deleted: true };
}

function listCoupons(call: Call): Stripe.ApiList<Stripe.Coupon> {
  const inTime = momentFilter(call.params, "created");
  const found = pageOf(call, "/v1/coupons", call.db.coupons.where({}), "coupon", (row) => inTime(row.created));
  return { ...found, data: found.data.map((row) => shownCoupon(call, row)) };
}

function createCode(call: Call): Stripe.PromotionCode {
  const { params } = call;
  const promotion = params.object("promotion", ["coupon", "type"]);
  if (!promotion) throw missing("promotion");
  const coupon = must(call.db.coupons, "coupon", promotion.requiredText("coupon"), "promotion[coupon]");
  const restrictions = params.object("restrictions", ["first_time_transaction", "minimum_amount", "minimum_amount_currency"]);
  const code = params.text("code") ?? randomText(8).toUpperCase();
  if (call.db.promotionCodes.by("code", code.toLowerCase()).some((one) => isActive(call, one))) throw invalid("An active promotion code with this code already exists.", { code: "resource_already_exists", param: "code" });
  const row = call.db.promotionCodes.put({
    id: newId("promo"),
    object: "promotion_code",
    active: params.flag("active") ?? true,
    code,
    created: call.now,
    customer: params.has("customer") ? livingCustomer(call, params.requiredText("customer")).id : null,
    customer_account: null,
    expires_at: params.integer("expires_at") ?? null,
    livemode: false,
    max_redemptions: params.has("max_redemptions") ? params.requiredInteger("max_redemptions", 1) : null,
    metadata: mergedMetadata({}, params),
    promotion: { coupon: coupon.id, type: "coupon" },
    restrictions: {
      first_time_transaction: restrictions?.flag("first_time_transaction") ?? false,
      minimum_amount: restrictions?.integer("minimum_amount") ?? null,
      minimum_amount_currency: restrictions?.text("minimum_amount_currency") ?? null,
    },
    times_redeemed: 0,
  });
  call.emit("promotion_code.created", row);
  return row;
}

function updateCode(call: Call): Stripe.PromotionCode {
  const row = must(call.db.promotionCodes, "promotion code", idOf(call));
  const next = { ...row, active: call.params.flag("active") ?? row.active, metadata: mergedMetadata(row.metadata ?? {}, call.params) };
  call.emit("promotion_code.updated", next, { active: row.active });
  return shownCode(call, call.db.promotionCodes.put(next));
}

function listCodes(call: Call): Stripe.ApiList<Stripe.PromotionCode> {
  const { params } = call;
  const active = params.flag("active");
  const coupon = params.text("coupon");
  const rows = call.db.promotionCodes.where({ code: params.text("code")?.toLowerCase() });
  const found = pageOf(call, "/v1/promotion_codes", rows, "promotion code", (row) => (active === undefined || isActive(call, row) === active) && (coupon === undefined || ref(row.promotion.coupon) === coupon));
  return { ...found, data: found.data.map((row) => shownCode(call, row)) };
}

export const couponRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/coupons", accepts: couponCreated, handle: createCoupon },
  { method: "GET", path: "/v1/coupons", accepts: [...pagingNames, "created"], handle: listCoupons },
  { method: "GET", path: "/v1/coupons/:id", accepts: [], handle: (call) => shownCoupon(call, must(call.db.coupons, "coupon", idOf(call))) },
  { method: "POST", path: "/v1/coupons/:id", accepts: ["metadata", "name"], handle: updateCoupon },
  { method: "DELETE", path: "/v1/coupons/:id", accepts: [], handle: removeCoupon },
  { method: "POST", path: "/v1/promotion_codes", accepts: codeCreated, handle: createCode },
  { method: "GET", path: "/v1/promotion_codes", accepts: [...pagingNames, "active", "code", "coupon"], handle: listCodes },
  { method: "GET", path: "/v1/promotion_codes/:id", accepts: [], handle: (call) => shownCode(call, must(call.db.promotionCodes, "promotion code", idOf(call))) },
  { method: "POST", path: "/v1/promotion_codes/:id", accepts: ["active", "metadata"], handle: updateCode },
];
