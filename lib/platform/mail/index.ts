import { MailService } from "@sendgrid/mail";
import { config, need } from "@/lib/platform/config";
import type { Database } from "@/lib/platform/db";
import { renderMail, type MailContent } from "./render";

export { longDate, type MailContent } from "./render";

export interface Envelope {
  to: string;
  /** Names the kind of mail in the provider's figures; no personal data. */
  category: string;
  /** Makes the provider's record findable, and this mail one: the id of the event that asked for it. */
  reference: string;
}

/**
 * Sends one mail now, once: for an event that has had its mail of this category nothing is written and nothing sent. Only a crash
 * between the provider's yes and our note of it can send a second. `write` is asked last, as a new link in it ends an older one.
 * Only jobs call it: a request never waits for the post. @throws NotConfigured, or the provider's error
 */
export async function sendMail(db: Database, { to, category, reference }: Envelope, write: () => Promise<MailContent> | MailContent): Promise<void> {
  const service = mailService();
  if (await db.sentMail.findUnique({ where: { reference_category: { reference, category } }, select: { sentAt: true } })) return;
  const { subject, text, html } = renderMail(await write(), config().APP_URL);
  await service.send({
    to,
    from: parseSender(config().MAIL_FROM),
    subject,
    text,
    html,
    categories: [category],
    customArgs: { reference },
    trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false } },
  });
  await db.sentMail.createMany({ data: [{ reference, category }], skipDuplicates: true });
}

function mailService(): MailService {
  const service = new MailService();
  service.setApiKey(need("Mail", "SENDGRID_API_KEY"));
  service.setTimeout(10_000);
  const base = config().SENDGRID_API_BASE;
  // The client is there at run time; its types leave it out.
  if (base) (service as unknown as { client: { setDefaultRequest: (key: string, value: string) => void } }).client.setDefaultRequest("baseUrl", base.endsWith("/") ? base : `${base}/`);
  return service;
}

/** "DirectFanz <hello@directfanz.io>" → its two parts. */
function parseSender(sender: string): { email: string; name: string } {
  const match = /^(.*)<(.+)>$/u.exec(sender);
  return match ? { name: (match[1] ?? "").trim(), email: (match[2] ?? "").trim() } : { name: "DirectFanz", email: sender };
}
