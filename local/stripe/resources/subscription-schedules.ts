import type Stripe from "stripe";
import { inlinePrice } from "../engine/inline-price";
import { methodNamed } from "../engine/methods";
import { addMonths } from "../engine/periods";
import { must, ref } from "../engine/refs";
import { phaseOf, releaseSchedule, scheduleFrom, type PhaseDetails } from "../engine/subscription-schedules";
import { timed } from "../engine/test-clocks";
import { invalid, missing } from "../http/errors";
import { mergedMetadata, type Params } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";

const created = ["from_subscription", "metadata"] satisfies (keyof Stripe.SubscriptionScheduleCreateParams)[];
const updated = ["default_settings", "end_behavior", "metadata", "phases", "proration_behavior"] satisfies (keyof Stripe.SubscriptionScheduleUpdateParams)[];
const phaseNames = ["discounts", "duration", "end_date", "items", "proration_behavior", "start_date"] satisfies (keyof Stripe.SubscriptionScheduleUpdateParams.Phase)[];

/** Only of a subscription that runs: others are begun by Checkout here. */
function create(asked: Call): Stripe.SubscriptionSchedule {
  const named = asked.params.text("from_subscription");
  if (named === undefined) throw missing("from_subscription");
  const subscription = must(asked.db.subscriptions, "subscription", named, "from_subscription");
  const call = timed(asked, ref(subscription.customer));
  if (subscription.schedule !== null) throw invalid("You cannot migrate a subscription that is already attached to a schedule.", { param: "from_subscription" });
  if (!["active", "past_due", "trialing"].includes(subscription.status)) throw invalid("You cannot migrate a subscription that is not active.", { param: "from_subscription" });
  return scheduleFrom(call, subscription, mergedMetadata({}, call.params));
}

function update(asked: Call): Stripe.SubscriptionSchedule {
  const schedule = must(asked.db.subscriptionSchedules, "subscription schedule", idOf(asked));
  const call = timed(asked, ref(schedule.customer));
  const { params } = call;
  if (schedule.status !== "active") throw invalid(`You cannot update a subscription schedule that is in the \`${schedule.status}\` status.`);
  const method = params.object("default_settings", ["default_payment_method"])?.text("default_payment_method");
  const next = call.db.subscriptionSchedules.put({
    ...schedule,
    metadata: mergedMetadata(schedule.metadata ?? {}, params),
    end_behavior: params.choice("end_behavior", ["release", "cancel"]) ?? schedule.end_behavior,
    default_settings: method === undefined ? schedule.default_settings : { ...schedule.default_settings, default_payment_method: methodNamed(call, method, "default_settings[default_payment_method]").id },
    phases: params.has("phases") ? readPhases(call, schedule) : schedule.phases,
  });
  call.emit("subscription_schedule.updated", next, { phases: schedule.phases });
  return next;
}

/** One after the other; the first is the one that runs. */
function readPhases(call: Call, schedule: Stripe.SubscriptionSchedule): Stripe.SubscriptionSchedule.Phase[] {
  const running = schedule.current_phase?.start_date ?? call.now;
  let start = running;
  return call.params.objects("phases", phaseNames).map((phase, i) => {
    const said = phase.integer("start_date");
    if (i === 0 && said !== running) throw invalid("You can not modify the start date of the current phase.", { param: phase.full("start_date") });
    if (i > 0 && said !== undefined && said !== start) throw invalid("The start date of a phase must be the end date of the one before it.", { param: phase.full("start_date") });
    const details: PhaseDetails = { start, end: endOf(phase, start), items: readItems(call, phase), discounts: readDiscounts(call, phase), prorationBehavior: phase.choice("proration_behavior", ["always_invoice", "create_prorations", "none"]) ?? "create_prorations" };
    start = details.end;
    return phaseOf(call, schedule.phases[0]?.currency ?? "usd", details);
  });
}

function endOf(phase: Params, start: number): number {
  const end = phase.integer("end_date");
  if (end !== undefined) {
    if (end <= start) throw invalid("The end date of a phase must be after its start date.", { param: phase.full("end_date") });
    return end;
  }
  const duration = phase.object("duration", ["interval", "interval_count"]);
  if (!duration) throw missing(phase.full("end_date"));
  const count = duration.integer("interval_count") ?? 1;
  const interval = duration.choice("interval", ["day", "week", "month", "year"]);
  if (interval === undefined) throw missing(duration.full("interval"));
  if (interval === "day" || interval === "week") return start + count * (interval === "day" ? 1 : 7) * 86_400;
  return addMonths(start, count * (interval === "year" ? 12 : 1));
}

function readItems(call: Call, phase: Params): PhaseDetails["items"] {
  const items = phase.objects("items", ["price", "price_data", "quantity"]);
  if (items.length === 0) throw missing(phase.full("items"));
  return items.map((item) => {
    const inline = item.object("price_data");
    const price = inline ? inlinePrice(call, inline) : must(call.db.prices, "price", item.requiredText("price"), item.full("price"));
    return { price, quantity: item.has("quantity") ? item.requiredInteger("quantity", 0) : 1 };
  });
}

function readDiscounts(call: Call, phase: Params): string[] {
  return phase.objects("discounts", ["discount"]).map((one) => must(call.db.discounts, "discount", one.requiredText("discount"), one.full("discount")).id);
}

function release(asked: Call): Stripe.SubscriptionSchedule {
  const schedule = must(asked.db.subscriptionSchedules, "subscription schedule", idOf(asked));
  if (schedule.status !== "active") throw invalid(`You cannot release a subscription schedule that is currently in the \`${schedule.status}\` status.`);
  return releaseSchedule(timed(asked, ref(schedule.customer)), schedule);
}

export const subscriptionScheduleRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/subscription_schedules", accepts: created, handle: create },
  { method: "GET", path: "/v1/subscription_schedules/:id", accepts: [], handle: (call) => must(call.db.subscriptionSchedules, "subscription schedule", idOf(call)) },
  { method: "POST", path: "/v1/subscription_schedules/:id", accepts: updated, handle: update },
  { method: "POST", path: "/v1/subscription_schedules/:id/release", accepts: [], handle: release },
];
