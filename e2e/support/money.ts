import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { world } from "./index";

/** Fills in the provider's page and pays. */
export async function payWithCard(page: Page, card = "4242424242424242"): Promise<void> {
  await page.waitForURL(/\/c\/pay\//u);
  await page.getByLabel("Card number").fill(card);
  await page.getByLabel("Expiry (MM / YY)").fill("12 / 34");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Fan Person");
  await page.getByRole("button", { name: /^Pay|^Subscribe/u }).click();
}

/** Runs a scheduled job as the scheduler does. Another run of it at the same time is as good. */
export async function cron(page: Page, job: string): Promise<void> {
  const answer = await page.request.get(`${world().appUrl}/api/cron/${job}`, { headers: { authorization: `Bearer ${world().parameters.CRON_SECRET}` } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Turns a switch of the payment provider's double. */
export async function tellProvider(name: string, fields: object): Promise<void> {
  const answer = await fetch(`${world().urls.stripe}/_double/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(fields) });
  expect(answer.status, name).toBe(200);
}

export const advance = (days: number): Promise<void> => tellProvider("advance", { days });

/** Sets aside the shield's part of today's sales. @returns how much, in cents */
export async function fundShield(): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", path.resolve("e2e/support/tomorrow.ts")], { env: { ...process.env, ...world().parameters } });
  return (JSON.parse(stdout) as { amount: number }).amount;
}

async function ask<Row extends object>(sql: string, values: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: world().parameters.DATABASE_URL });
  await client.connect();
  return client.query<Row>(sql, values).then(({ rows }) => rows).finally(() => client.end());
}

/** The provider's charge of the newest sale of a kind to a fan; waits until it is booked. */
export async function chargeOf(email: string, kind: string): Promise<string> {
  const newest = 'SELECT s."providerCharge" AS charge FROM "Sale" s JOIN "User" u ON u.id = s."fanUserId" WHERE u.email = $1 AND s.kind = $2 ORDER BY s."occurredAt" DESC LIMIT 1';
  await expect.poll(async () => (await ask(newest, [email, kind])).length, { timeout: 20_000 }).toBe(1);
  const [row] = await ask<{ charge: string }>(newest, [email, kind]);
  return row?.charge ?? "";
}

/** What the provider calls a dispute of ours. */
export const disputeAtProvider = async (id: string): Promise<string> => (await ask<{ name: string }>('SELECT "providerId" AS name FROM "Dispute" WHERE id = $1', [id]))[0]?.name ?? "";

/** What the shield paid for a dispute, in cents. */
export const shieldPaid = async (id: string): Promise<number> => (await ask<{ paid: number }>('SELECT coalesce(sum(paid), 0)::int AS paid FROM "ShieldClaim" WHERE "disputeId" = $1', [id]))[0]?.paid ?? 0;
