import type { Page } from "@playwright/test";
import type { Mail } from "@/local/sendgrid";
import type { World } from "./types";

export type { World } from "./types";

/** The running world: addresses, accounts, parameters. */
export function world(): World {
  return JSON.parse(process.env.E2E_WORLD ?? "") as World;
}

/** The first account of a role, as the seed made it. @throws when the seed has none */
export function accountOf(role: string): World["accounts"][number] {
  const account = world().accounts.find((one) => one.role === role);
  if (!account) throw new Error(`The seed made no account with the role "${role}"`);
  return account;
}

/** Waits for the newest mail to an address, at most ten seconds; `subject` narrows it. */
export async function mailTo(address: string, subject: RegExp = /./): Promise<Mail & { links: string[] }> {
  const url = new URL("/messages", world().urls.sendgrid);
  url.searchParams.set("to", address);
  for (let tries = 0; tries < 100; tries++) {
    const { messages } = (await (await fetch(url)).json()) as { messages: (Mail & { links: string[] })[] };
    const mail = messages.find((one) => subject.test(one.subject));
    if (mail) return mail;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail matching ${String(subject)} reached ${address} within ten seconds`);
}

/** Everything the browser complains of: scripts that break and what the content security policy stops. */
export function complaintsOf(page: Page): string[] {
  const said: string[] = [];
  page.on("pageerror", (error) => said.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Uncaught/u.test(message.text())) said.push(message.text());
  });
  return said;
}

/** Signs the seed's account of a role in. @throws when it does not get past the door within ten seconds */
export const signInAs = (page: Page, role: string): Promise<void> => signInWith(page, accountOf(role));

/** Signs any account in. @throws when it does not get past the door within ten seconds */
export async function signInWith(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in", { timeout: 10_000 });
}
