import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmCheckout } from "@/lib/commerce/checkout";
import { requestPasswordReset, resetPassword, signUp } from "@/lib/identity/users";
import { anonymous, createContext, systemContext } from "@/lib/platform/db";
import { asId } from "@/lib/platform/ids";
import { house } from "@/lib/platform/jobs";
import { sendMail } from "@/lib/platform/mail";
import { pays } from "../support/payments";
import { mailsTo } from "../support/cloud";
import { closeWorld, creator, database, drain, openWorld, person } from "../support/world";

beforeAll(() => openWorld());
afterAll(() => closeWorld());

const visitor = () => createContext({ actor: anonymous });

/** Does every delivery of an event again, as after a crash between the work and the note that it was done. */
async function again(type: string): Promise<void> {
  const events = await database().outboxEvent.findMany({ where: { type } });
  expect(events.length).toBeGreaterThan(0);
  const listeners = [...house().subscribers.values()].filter((one) => one.type === type);
  for (const { id, payload } of events) for (const listener of listeners) await listener.handle({ ctx: systemContext("test"), payload: payload as never, eventId: id });
}

describe("a mail whose job is run twice", () => {
  it("goes out once: a receipt", async () => {
    const maker = await creator({ tiers: [{ name: "Backstage", minAmount: 800 }] });
    const fan = await person();
    const { checkoutId } = await pays(fan, maker);
    await confirmCheckout({ ctx: await fan.ctx(), input: { checkoutId: asId("checkout", checkoutId) } });
    await drain();
    expect(await mailsTo(fan.email)).toHaveLength(1);
    await again("sale.recorded");
    expect(await mailsTo(fan.email)).toHaveLength(1);
  });

  it("goes out once, and its link still works: a new password", async () => {
    const { email } = await person();
    await requestPasswordReset({ ctx: visitor(), input: { email } });
    await drain();
    await again("user.reset-requested");
    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    const token = /token=([\w-]+)/u.exec(mail?.text ?? "")?.[1] ?? "";
    await expect(resetPassword({ ctx: visitor(), input: { token, password: "seven other words in a row" } })).resolves.toBeUndefined();
    await drain();
    await again("user.password-changed");
    expect((await mailsTo(email)).map(({ subject }) => subject).sort()).toEqual(["Set a new password", "Your password was changed"]);
  });

  it("goes out once: a confirmation", async () => {
    const email = `${crypto.randomUUID()}@directfanz.test`;
    await signUp({ ctx: visitor(), input: { email, password: "seven other words in a row", displayName: "Noor", intent: "fan" } });
    await drain();
    await again("user.signed-up");
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it("goes out for each event that asks for it", async () => {
    const { email } = await person();
    for (let n = 0; n < 2; n += 1) await requestPasswordReset({ ctx: visitor(), input: { email } });
    await drain();
    expect(await mailsTo(email)).toHaveLength(2);
  });
});

describe("a mail that the provider refused", () => {
  it("is not taken for sent, and goes out when it is tried again", async () => {
    const { email } = await person();
    const envelope = { to: email, category: "test", reference: "evt_refused" };
    const write = () => ({ subject: "Hello", paragraphs: ["Words."], reason: "A test." });
    await openWorld({ SENDGRID_API_KEY: "SG.not.ours" });
    await expect(sendMail(database(), envelope, write)).rejects.toThrow();
    await openWorld();
    await sendMail(database(), envelope, write);
    await sendMail(database(), envelope, write);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it("keeps nobody's address in what says that it was sent", async () => {
    expect(JSON.stringify(await database().sentMail.findMany())).not.toContain("@");
  });
});
