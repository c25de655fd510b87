import { globSync, readFileSync } from "node:fs";
import Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stripePermissions } from "@/lib/commerce/rails";
import { startStripe, type StripeDouble } from "@/local/stripe";

const held: Record<string, "read" | "write"> = stripePermissions;
const secretKey = "sk_test_everything";
const restricted = { key: "rk_test_what_we_need", permissions: held };
let double: StripeDouble;
let ours: Stripe;

beforeAll(async () => {
  double = await startStripe({ dataDir: null, webhookSecret: "whsec_x", secretKey, restricted });
  ours = new Stripe(restricted.key, { host: "127.0.0.1", port: double.port, protocol: "http", telemetry: false, maxNetworkRetries: 0 });
});
afterAll(() => double.stop());

/** What a call of the SDK asks for: `checkout.sessions.create` writes checkout/sessions. */
function wants(call: string): { resource: string; access: "read" | "write" } {
  const parts = call.split(".").map((part) => part.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`));
  return { resource: parts.slice(0, -1).join("/"), access: /^(?:list|retrieve)/u.test(parts.at(-1) ?? "") ? "read" : "write" };
}
const calls = new Set(globSync("lib/**/*.ts", { exclude: ["**/generated/**"] }).flatMap((file) => [...readFileSync(file, "utf8").matchAll(/stripe\(\)\.([a-zA-Z]+(?:\.[a-zA-Z]+)+)\(/gu)].map(([, call]) => call ?? "")));
calls.delete("webhooks.constructEvent"); // asks nobody

describe("our key at the payment provider", () => {
  it("may do what the app does, and no more", () => {
    const needed: Record<string, "read" | "write"> = {};
    for (const { resource, access } of [...calls].map(wants)) if (access === "write" || !needed[resource]) needed[resource] = access;
    expect(held).toEqual(needed);
  });

  it("stands in the runbook as it is", () => {
    const runbook = readFileSync("docs/runbooks/deploy-to-vercel.md", "utf8");
    const [, written = "", read = ""] = /^\| (Account links.*?) \| (.*?) \|$/mu.exec(runbook) ?? [];
    const names = (list: string): string[] => list.split(", ").map((name) => name.toLowerCase().replace("checkout sessions", "checkout/sessions").replace("radar ", "radar/").replaceAll(" ", "_")).sort();
    const of = (access: string): string[] => Object.keys(held).filter((resource) => held[resource] === access).sort();
    expect([names(written), names(read)]).toEqual([of("write"), of("read")]);
  });

  it("is refused what it was not given, and its errors do not show it", async () => {
    await expect(ours.balance.retrieve()).resolves.toMatchObject({ object: "balance" });
    for (const refused of [() => ours.charges.list(), () => ours.paymentIntents.create({ amount: 100, currency: "usd" }), () => ours.events.list()]) {
      const error: unknown = await refused().catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ statusCode: 403 });
      expect(String(error)).not.toContain(restricted.key);
    }
  });
});
