import { passesLuhn } from "../engine/cards";
import type { CardDetails } from "../engine/methods";
import { html, type Html } from "./layout";

/** What the person typed, given back with a problem so that nothing is typed twice. The card itself is never given back. */
export interface Typed {
  email: string;
  name: string;
}

/** The labelled fields of a card form; `wrong` ties the number to the element with the id `problem`. */
export function cardFields(typed: Typed, wrong: boolean): Html {
  return html`<label for="email">E-mail</label>
      <input id="email" name="email" type="email" autocomplete="email" required value="${typed.email}">
      <label for="cardNumber">Card number</label>
      <input id="cardNumber" name="cardNumber" inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242" required ${wrong ? html`aria-describedby="problem"` : null}>
      <div class="row">
        <div><label for="cardExpiry">Expiry (MM / YY)</label><input id="cardExpiry" name="cardExpiry" inputmode="numeric" autocomplete="cc-exp" placeholder="12 / 34" required></div>
        <div><label for="cardCvc">CVC</label><input id="cardCvc" name="cardCvc" inputmode="numeric" autocomplete="cc-csc" placeholder="123" required></div>
      </div>
      <label for="name">Name on card</label>
      <input id="name" name="name" autocomplete="cc-name" required value="${typed.name}">`;
}

/** @returns the card, or what is wrong with it in words for the person */
export function readCard(form: URLSearchParams, now: number): CardDetails | string {
  const number = (form.get("cardNumber") ?? "").replaceAll(/[\s-]/g, "");
  const email = (form.get("email") ?? "").trim();
  const name = (form.get("name") ?? "").trim();
  if (!/^\S+@\S+\.\S+$/.test(email)) return "Enter your e-mail address.";
  if (!passesLuhn(number)) return "Your card number is invalid.";
  const expiry = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec((form.get("cardExpiry") ?? "").trim());
  const month = Number(expiry?.[1]);
  const year = Number(expiry?.[2]) + (expiry?.[2]?.length === 2 ? 2000 : 0);
  if (!expiry || month < 1 || month > 12) return "Your card's expiration date is incomplete.";
  if (Date.UTC(year, month) / 1000 <= now) return "Your card's expiration date is in the past.";
  if (!/^\d{3,4}$/.test((form.get("cardCvc") ?? "").trim())) return "Your card's security code is incomplete.";
  if (name === "") return "Enter the name on the card.";
  return { number, expMonth: month, expYear: year, name, email };
}

export function testCardHints(): Html {
  return html`<details class="card"><summary>Test cards</summary>
    <p class="quiet"><code>4242 4242 4242 4242</code> pays</p><p class="quiet"><code>4000 0000 0000 0002</code> is declined</p><p class="quiet"><code>4000 0000 0000 9995</code> has no money</p>
    <p class="quiet"><code>4000 0025 0000 3155</code> asks for 3-D Secure</p><p class="quiet"><code>4000 0000 0000 0341</code> pays now and fails at renewal</p>
    <p class="quiet"><code>4000 0000 0000 0259</code> pays and is disputed</p><p class="quiet"><code>4000 0000 0000 5126</code> pays, and its refund comes back</p></details>`;
}
