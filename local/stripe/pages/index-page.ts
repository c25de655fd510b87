import { isOpen } from "../engine/disputes";
import { describeMoney } from "../engine/money";
import { ref } from "../engine/refs";
import { platform } from "../state/store";
import type { Tables } from "../state/tables";
import type { World } from "../world";
import { html, layout, type Html } from "./layout";

/** So many rows of each kind; the API has the rest. */
const shown = 25;

/** The double at a glance: its clock and switches, and what it holds, newest first. */
export function indexPage(world: World): string {
  return layout({ title: "Stripe double", wide: true, body: html`<h1>Stripe double</h1>
    <p class="quiet">Clock: ${time(world.clock.now())} · API: <code>${world.baseUrl}</code> · webhooks: <code>${world.queue.url ?? "no endpoint"}</code>${world.queue.connect ? html`, of connected accounts: <code>${world.queue.connect.url}</code>` : null}</p>
    ${switches(world)} ${sessions(world)} ${subscriptions(world)} ${charges(world)} ${disputes(world)} ${accounts(world)} ${payouts(world)} ${deliveries(world)} ${events(world)}` });
}

function switches(world: World): Html {
  const { duplicates, reorder, delayMs, paused } = world.queue.switches;
  const choice = (name: string, label: string, on: boolean): Html => html`<label for="${name}">${label}</label>
    <select id="${name}" name="${name}"><option value="false">no</option><option value="true" ${on ? html`selected` : null}>yes</option></select>`;
  return html`<div class="forms">
    <form class="card" method="post" action="/_double/advance"><h2>Clock</h2><label for="days">Days forward</label><input id="days" name="days" type="number" min="0" max="1000" value="31"><button>Advance</button></form>
    <form class="card" method="post" action="/_double/webhooks"><h2>Webhooks</h2>
      <label for="duplicates">Deliver each so often</label><input id="duplicates" name="duplicates" type="number" min="1" max="10" value="${duplicates}">
      ${choice("reorder", "Out of order", reorder)}
      <label for="delayMs">Delay (ms)</label><input id="delayMs" name="delayMs" type="number" min="0" value="${delayMs}">
      ${choice("paused", "Paused", paused)}<button>Set</button></form>
    <form class="card" method="post" action="/_double/deliver"><h2>Deliver</h2><p class="quiet">Tries every waiting webhook once, now.</p><button>Deliver now</button></form>
    <form class="card" method="post" action="/_double/outage"><h2>Outage</h2><label for="seconds">Seconds</label><input id="seconds" name="seconds" type="number" min="0" value="30">
      <label for="mode">How</label><select id="mode" name="mode"><option value="503">answer 503</option><option value="hang">never answer</option></select><button>Begin</button></form></div>`;
}

/** A table of the newest rows of one kind; `of` is how many there are. */
function table(title: string, headings: string[], rows: Html[][], of: number): Html {
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<section class="card"><h2>${title} (${of})</h2>${rows.length === 0 ? html`<p class="quiet">None yet.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`}</section>`;
}

interface Kind<T> {
  size: number;
  where(values: object): { newest(): Iterable<T> };
}

/** The newest rows of a table, however long it is. */
function newest<T>(kind: Kind<T>): T[] {
  const rows: T[] = [];
  for (const row of kind.where({}).newest()) {
    rows.push(row);
    if (rows.length === shown) break;
  }
  return rows;
}

/** The newest rows of all accounts, an account after the other. */
function everywhere<T>(world: World, kindOf: (tables: Tables) => Kind<T>): { rows: { account: string; row: T }[]; size: number } {
  const rows = world.store.accountNames().flatMap((account) => newest(kindOf(world.store.tables(account))).map((row) => ({ account, row }))).slice(0, shown);
  return { rows, size: world.store.accountNames().reduce((sum, account) => sum + kindOf(world.store.tables(account)).size, 0) };
}

function button(path: string, label: string, fields: Record<string, string>): Html {
  return html`<form method="post" action="/_double/${path}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="second">${label}</button></form>`;
}

function sessions(world: World): Html {
  const kind = world.store.platform.sessions;
  return table("Checkout sessions", ["Session", "What", "Amount", "Status"], newest(kind).map((row) => [
    row.url === null ? html`<code>${row.id.slice(0, 20)}…</code>` : html`<a href="${row.url}"><code>${row.id.slice(0, 20)}…</code></a>`,
    html`${row.mode}`, html`${describeMoney(row.amount_total ?? 0, row.currency ?? "usd")}`, html`${row.status} · ${row.payment_status}`,
  ]), kind.size);
}

function subscriptions(world: World): Html {
  const kind = world.store.platform.subscriptions;
  return table("Subscriptions", ["Subscription", "Customer", "Status", "Paid until"], newest(kind).map((row) => [
    html`<code>${row.id}</code>`, html`<code>${ref(row.customer)}</code>`, html`${row.status}${row.cancel_at === null ? "" : " · ends then"}`, html`${time(row.items.data[0]?.current_period_end ?? 0)}`,
  ]), kind.size);
}

function charges(world: World): Html {
  const kind = world.store.platform.charges;
  return table("Charges", ["Charge", "Amount", "State", "Switch"], newest(kind).map((row) => [
    html`<code>${row.id}</code>`, html`${describeMoney(row.amount, row.currency)}`, html`${row.disputed ? "disputed" : row.refunded ? "refunded" : row.status}`,
    row.paid && !row.disputed ? button("dispute", "Dispute", { charge: row.id, reason: "fraudulent" }) : html``,
  ]), kind.size);
}

function disputes(world: World): Html {
  const kind = world.store.platform.disputes;
  return table("Disputes", ["Dispute", "Why", "Status", "Answer by", "Switch"], newest(kind).map((row) => [
    html`<code>${row.id}</code>`, html`${row.reason} · ${describeMoney(row.amount, row.currency)}`, html`${row.status}`, html`${time(row.evidence_details.due_by ?? 0)}`,
    isOpen(row) ? html`${button("decide", "Won", { dispute: row.id, outcome: "won" })}${button("decide", "Lost", { dispute: row.id, outcome: "lost" })}` : html``,
  ]), kind.size);
}

function accounts(world: World): Html {
  const kind = world.store.platform.accounts;
  return table("Connected accounts", ["Account", "E-mail", "Bank", "Payouts", "Switch"], newest(kind).map((row) => [
    html`<code>${row.id}</code>`, html`${row.email}`, html`${newest(world.store.tables(row.id).banks).map((bank) => html`…${bank.last4} (${bank.status})`)}`, html`${row.payouts_enabled ? "on" : "off"}`,
    row.payouts_enabled ? button("restrict", "Restrict", { account: row.id }) : button("restore", "Restore", { account: row.id }),
  ]), kind.size);
}

function payouts(world: World): Html {
  const { rows, size } = everywhere(world, (tables) => tables.payouts);
  return table("Payouts", ["Payout", "Account", "Amount", "Status", "Arrives", "Switch"], rows.map(({ account, row }) => [
    html`<code>${row.id}</code>`, html`<code>${account}</code>`, html`${describeMoney(row.amount, row.currency)}`, html`${row.status}${row.failure_code === null ? "" : ` · ${row.failure_code}`}`, html`${time(row.arrival_date)}`,
    ["failed", "canceled"].includes(row.status) ? html`` : button("fail-payout", "Send back", { account, payout: row.id }),
  ]), size);
}

function deliveries(world: World): Html {
  const { rows, size } = everywhere(world, (tables) => tables.deliveries);
  return table("Webhook deliveries", ["Event", "State", "Tries", "Last answer"], rows.map(({ row }) => [html`${row.type}`, html`${row.state}`, html`${row.attempts}`, html`${row.lastError ?? row.lastStatus ?? ""}`]), size);
}

function events(world: World): Html {
  const { rows, size } = everywhere(world, (tables) => tables.events);
  return table("Events", ["Type", "Event", "When", "Account"], rows.map(({ account, row }) => [html`${row.type}`, html`<code>${row.id}</code>`, html`${time(row.created)}`, html`${account === platform ? "" : account}`]), size);
}

function time(moment: number): string {
  return new Date(moment * 1000).toISOString().replace("T", " ").slice(0, 16);
}
