import { describeMoney } from "../engine/money";
import { ref } from "../engine/refs";
import { platform } from "../state/store";
import type { World } from "../world";
import { html, layout, type Html } from "./layout";

/** So many rows of each kind; the API has the rest. */
const shown = 25;

/** The double at a glance: its clock and switches, and what it holds, newest first. */
export function indexPage(world: World): string {
  return layout({ title: "Stripe double", wide: true, body: html`<h1>Stripe double</h1>
    <p class="quiet">Clock: ${time(world.clock.now())} · API: <code>${world.baseUrl}</code> · webhooks: <code>${world.queue.url ?? "no endpoint"}</code></p>
    ${switches(world)} ${sessions(world)} ${subscriptions(world)} ${accounts(world)} ${deliveries(world)} ${events(world)}` });
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

function table(title: string, headings: string[], rows: Html[][]): Html {
  const body = rows.slice(0, shown).map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  return html`<section class="card"><h2>${title} (${rows.length})</h2>${rows.length === 0 ? html`<p class="quiet">None yet.</p>`
    : html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`}</section>`;
}

function sessions(world: World): Html {
  return table("Checkout sessions", ["Session", "What", "Amount", "Status"], world.store.platform.sessions.newestFirst().map((row) => [
    row.url === null ? html`<code>${row.id.slice(0, 20)}…</code>` : html`<a href="${row.url}"><code>${row.id.slice(0, 20)}…</code></a>`,
    html`${row.mode}`, html`${describeMoney(row.amount_total ?? 0, row.currency ?? "usd")}`, html`${row.status} · ${row.payment_status}`,
  ]));
}

function subscriptions(world: World): Html {
  return table("Subscriptions", ["Subscription", "Customer", "Status", "Paid until"], world.store.platform.subscriptions.newestFirst().map((row) => [
    html`<code>${row.id}</code>`, html`<code>${ref(row.customer)}</code>`, html`${row.status}${row.cancel_at === null ? "" : " · ends then"}`, html`${time(row.items.data[0]?.current_period_end ?? 0)}`,
  ]));
}

function accounts(world: World): Html {
  return table("Connected accounts", ["Account", "E-mail", "Payouts", "Switch"], world.store.platform.accounts.newestFirst().map((row) => [
    html`<code>${row.id}</code>`, html`${row.email}`, html`${row.payouts_enabled ? "on" : "off"}`,
    row.payouts_enabled ? html`<form method="post" action="/_double/restrict"><input type="hidden" name="account" value="${row.id}"><button class="second">Restrict</button></form>` : html``,
  ]));
}

function deliveries(world: World): Html {
  const rows = world.store.accountNames().flatMap((account) => world.store.tables(account).deliveries.newestFirst());
  return table("Webhook deliveries", ["Event", "State", "Tries", "Last answer"], rows.map((row) => [html`${row.type}`, html`${row.state}`, html`${row.attempts}`, html`${row.lastError ?? row.lastStatus ?? ""}`]));
}

function events(world: World): Html {
  const rows = world.store.accountNames().flatMap((account) => world.store.tables(account).events.newestFirst().map((event) => ({ account, event })));
  return table("Events", ["Type", "Event", "When", "Account"], rows.map(({ account, event }) => [html`${event.type}`, html`<code>${event.id}</code>`, html`${time(event.created)}`, html`${account === platform ? "" : account}`]));
}

function time(moment: number): string {
  return new Date(moment * 1000).toISOString().replace("T", " ").slice(0, 16);
}
