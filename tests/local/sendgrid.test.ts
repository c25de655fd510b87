import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { MailService } from "@sendgrid/mail";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startSendGrid } from "@/local/sendgrid";
import type { Service } from "@/local/support/http";

const apiKey = "SG.a-key.for-tests";
const mail = { to: "Ada@example.test", from: "DirectFanz <hello@directfanz.test>", subject: "Hello <you>", text: "Open https://app.test/a?x=1&y=2.", html: '<p>Open <a href="https://app.test/a?x=1&amp;y=2">this</a></p>' };

let dataDir: string;
let service: Service;

function sender(key = apiKey): MailService {
  const mails = new MailService();
  mails.setApiKey(key);
  // The client is there at run time; its types leave it out.
  (mails as unknown as { client: { setDefaultRequest: (key: string, value: string) => void } }).client.setDefaultRequest("baseUrl", `${service.url}/`);
  return mails;
}
const inbox = async (to: string): Promise<{ subject: string; links: string[] }[]> => ((await (await fetch(`${service.url}/messages?to=${encodeURIComponent(to)}`)).json()) as { messages: { subject: string; links: string[] }[] }).messages;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "mail-"));
  service = await startSendGrid({ dataDir, apiKey });
});
beforeEach(async () => {
  await fetch(`${service.url}/messages`, { method: "DELETE" });
});
afterAll(() => service.stop());

describe("the mail service", () => {
  it("takes a mail from the real client, gives it an id, and shows it to its recipient only", async () => {
    const [answer] = await sender().send(mail);
    expect(answer.statusCode).toBe(202);
    expect((answer.headers as Record<string, string>)["x-message-id"]).toBeTruthy();
    expect(await inbox("ada@example.test")).toMatchObject([{ subject: "Hello <you>", links: ["https://app.test/a?x=1&y=2"] }]);
    expect(await inbox("bob@example.test")).toEqual([]);
  });

  it("refuses a wrong key and a malformed mail in SendGrid's words", async () => {
    await expect(sender("SG.wrong").send(mail)).rejects.toMatchObject({ code: 401 });
    await expect(sender().send({ ...mail, to: "nobody" })).rejects.toMatchObject({ code: 400, response: { body: { errors: [{ field: "personalizations.0.to.0.email" }] } } });
    const answer = await fetch(`${service.url}/v3/mail/send`, { method: "POST", headers: { authorization: `Bearer ${apiKey}` }, body: "{" });
    expect(answer.status).toBe(400);
    expect(await inbox("ada@example.test")).toEqual([]);
  });

  it("answers which scopes a key has", async () => {
    const answer = await fetch(`${service.url}/v3/scopes`, { headers: { authorization: `Bearer ${apiKey}` } });
    expect(await answer.json()).toMatchObject({ scopes: expect.arrayContaining(["mail.send"]) as string[] });
    expect((await fetch(`${service.url}/v3/scopes`)).status).toBe(401);
  });

  it("shows mails on a page without running what is in them", async () => {
    await sender().send({ ...mail, html: "<script>alert(1)</script>" });
    const page = await (await fetch(service.url)).text();
    expect(page).toContain("Hello &lt;you&gt;");
    expect(page).not.toContain("<script>");
  });

  it("remembers mails through a restart", async () => {
    await sender().send(mail);
    await service.stop();
    service = await startSendGrid({ dataDir, apiKey });
    expect(await inbox("ada@example.test")).toHaveLength(1);
  });
});
