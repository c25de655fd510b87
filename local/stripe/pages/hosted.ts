import type { Incoming, Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import { platform } from "../state/store";
import type { TableName } from "../state/tables";
import type { World } from "../world";
import { showIntentAuthentication, submitIntentAuthentication } from "./authenticate";
import { showAuthentication, showCheckout, submitAuthentication, submitCard } from "./checkout";
import { showExpress, showOnboarding, submitOnboarding } from "./onboarding";
import { showPortal, submitPortal } from "./portal";
import { showInvoice, showReceipt } from "./papers";

interface HostedPage {
  path: RegExp;
  /** Where the id in the address lives. */
  table: TableName;
  show(ctx: Context, id: string): Outgoing;
  submit?(ctx: Context, id: string, form: URLSearchParams): Outgoing;
}

const pages: readonly HostedPage[] = [
  { path: /^\/c\/pay\/(\w+)$/, table: "sessions", show: showCheckout, submit: submitCard },
  { path: /^\/c\/pay\/(\w+)\/authenticate$/, table: "sessions", show: showAuthentication, submit: submitAuthentication },
  { path: /^\/authenticate\/(\w+)$/, table: "paymentIntents", show: showIntentAuthentication, submit: submitIntentAuthentication },
  { path: /^\/setup\/e\/\w+\/(\w+)$/, table: "onboardingLinks", show: showOnboarding, submit: submitOnboarding },
  { path: /^\/p\/session\/(\w+)$/, table: "portalVisits", show: showPortal, submit: submitPortal },
  { path: /^\/express\/(\w+)\/\w+$/, table: "accounts", show: showExpress },
  { path: /^\/invoices\/(\w+?)(?:\/pdf)?$/, table: "invoices", show: showInvoice },
  { path: /^\/receipts\/(\w+)$/, table: "charges", show: showReceipt },
];

/** The pages that people see. @returns undefined when the address is none of them */
export function hosted(world: World, incoming: Incoming): Outgoing | undefined {
  for (const one of pages) {
    const id = one.path.exec(incoming.path)?.[1];
    if (id === undefined) continue;
    const ctx = world.context(world.store.accountOf(one.table, id) ?? platform);
    const answer = incoming.method === "POST" && one.submit ? one.submit(ctx, id, new URLSearchParams(incoming.body)) : one.show(ctx, id);
    world.store.commit();
    return answer;
  }
  return undefined;
}
