import type Stripe from "stripe";
import { must } from "../engine/refs";
import { runDue } from "../engine/schedule";
import { endSubscription } from "../engine/subscriptions";
import { invalid } from "../http/errors";
import { pageOf, pagingNames } from "../http/lists";
import { idOf, type Call, type Route } from "../http/router";
import { newId } from "../state/ids";

const day = 86_400;
/** Stripe deletes a clock by itself after a month. */
const livesDays = 30;

function create(call: Call): Stripe.TestHelpers.TestClock {
  const frozen = call.params.requiredInteger("frozen_time", 0);
  return call.db.testClocks.put({
    id: newId("clock"), object: "test_helpers.test_clock", created: call.worldNow, deletes_after: call.worldNow + livesDays * day, frozen_time: frozen, livemode: false, name: call.params.text("name") ?? null, status: "ready", status_details: {},
  });
}

/** Lets time pass for the customers of the clock: what is due is done, each at its moment. It is ready by the next look. */
function advance(call: Call): Stripe.TestHelpers.TestClock {
  const clock = must(call.db.testClocks, "test_clock", idOf(call));
  const target = call.params.requiredInteger("frozen_time", 0);
  if (target <= clock.frozen_time) throw invalid("The frozen_time of a test clock can only be moved forward.", { param: "frozen_time" });
  const advancing: Stripe.TestHelpers.TestClock = { ...clock, status: "advancing", status_details: { advancing: { target_frozen_time: target } } };
  call.emit("test_helpers.test_clock.advancing", advancing);
  runDue((moment) => call.at({ id: clock.id, now: moment }), target);
  const ready: Stripe.TestHelpers.TestClock = { ...clock, frozen_time: target, status: "ready", status_details: {} };
  call.db.testClocks.put(ready);
  call.emit("test_helpers.test_clock.ready", ready);
  return advancing;
}

/** The customers of the clock go with it. */
function remove(call: Call): Stripe.TestHelpers.DeletedTestClock {
  const clock = must(call.db.testClocks, "test_clock", idOf(call));
  for (const customer of call.db.customers.by("test_clock", clock.id)) {
    for (const subscription of call.db.subscriptions.by("customer", customer.id)) {
      if (!["canceled", "incomplete_expired"].includes(subscription.status)) endSubscription(call, subscription, "cancellation_requested");
    }
    call.db.customers.put({ id: customer.id, object: "customer", deleted: true });
  }
  call.db.testClocks.remove(clock.id);
  const gone: Stripe.TestHelpers.DeletedTestClock = { id: clock.id, object: "test_helpers.test_clock", deleted: true };
  call.emit("test_helpers.test_clock.deleted", clock);
  return gone;
}

function list(call: Call): Stripe.ApiList<Stripe.TestHelpers.TestClock> {
  return pageOf(call, "/v1/test_helpers/test_clocks", call.db.testClocks.where({}), "test_clock");
}

export const testClockRoutes: readonly Route[] = [
  { method: "POST", path: "/v1/test_helpers/test_clocks", accepts: ["frozen_time", "name"], handle: create },
  { method: "GET", path: "/v1/test_helpers/test_clocks", accepts: pagingNames, handle: list },
  { method: "GET", path: "/v1/test_helpers/test_clocks/:id", accepts: [], handle: (call) => must(call.db.testClocks, "test_clock", idOf(call)) },
  { method: "POST", path: "/v1/test_helpers/test_clocks/:id/advance", accepts: ["frozen_time"], handle: advance },
  { method: "DELETE", path: "/v1/test_helpers/test_clocks/:id", accepts: [], handle: remove },
];
