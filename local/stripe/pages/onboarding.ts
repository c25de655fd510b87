import { enableAccount } from "../engine/accounts";
import { setBank, testBanks } from "../engine/banks";
import { page, seeOther, type Outgoing } from "../http/exchange";
import type { Context } from "../state/context";
import { html, layout, once } from "./layout";

/** Express onboarding. A link that is too old sends the person to `refresh_url` for a fresh one, as Stripe does. */
export function showOnboarding(ctx: Context, linkId: string): Outgoing {
  const link = ctx.db.onboardingLinks.get(linkId);
  const account = ctx.db.accounts.get(link?.account ?? "");
  if (!link || !account) return page(layout({ title: "Not found", body: html`<h1>This link does not exist.</h1>` }), 404);
  if (link.expiresAt < ctx.now) return seeOther(link.refreshUrl);
  return page(layout({
    title: "Set up payouts",
    body: html`<a class="back" href="${link.refreshUrl}">← Back</a>
      <form class="card" method="post" ${once}><h1>Set up your payouts</h1><p class="quiet">Test data is filled in. Nothing you type here is kept.</p>
      <label for="firstName">First name</label><input id="firstName" name="firstName" autocomplete="given-name" value="Jenny" required>
      <label for="lastName">Last name</label><input id="lastName" name="lastName" autocomplete="family-name" value="Rosen" required>
      <label for="birth">Date of birth</label><input id="birth" name="birth" type="date" autocomplete="bday" value="1990-01-01" required>
      <label for="bankAccount">Bank account</label><input id="bankAccount" name="bankAccount" inputmode="numeric" value="000123456789" list="banks" pattern="[0-9]{4,17}" required>
      <datalist id="banks">${testBanks.map((bank) => html`<option value="${bank.number}">${bank.label}</option>`)}</datalist>
      <button type="submit">Agree and submit</button></form>`,
  }));
}

export function submitOnboarding(ctx: Context, linkId: string, form: URLSearchParams): Outgoing {
  const link = ctx.db.onboardingLinks.get(linkId);
  const account = ctx.db.accounts.get(link?.account ?? "");
  if (!link || !account) return showOnboarding(ctx, linkId);
  const number = (form.get("bankAccount") ?? "000123456789").replaceAll(/\D/g, "");
  const bank = ctx.store.tables(account.id).banks.newestFirst()[0];
  if (!bank || form.has("bankAccount")) setBank(ctx, account, { number, holder: `${form.get("firstName") ?? "Jenny"} ${form.get("lastName") ?? "Rosen"}` });
  if (!account.details_submitted) enableAccount(ctx, account);
  return seeOther(link.returnUrl);
}

/** What the Express dashboard would show, in one glance. */
export function showExpress(ctx: Context, accountId: string): Outgoing {
  const account = ctx.db.accounts.get(accountId);
  if (!account) return page(layout({ title: "Not found", body: html`<h1>This account does not exist.</h1>` }), 404);
  return page(layout({
    title: "Express dashboard",
    body: html`<div class="card"><h1>Express dashboard</h1><p class="quiet">${account.email ?? account.id}</p><p>Payouts: <strong>${account.payouts_enabled ? "on" : "off"}</strong></p></div>`,
  }));
}
