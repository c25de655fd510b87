import { MailService } from "@sendgrid/mail";
import { config, need } from "@/lib/platform/config";
import { renderMail, type MailContent } from "./render";

export type { MailContent } from "./render";

export interface Mail extends MailContent {
  to: string;
  /** Names the kind of mail in the provider's figures; no personal data. */
  category: string;
  /** Makes the provider's record findable; a mail job's id. */
  reference: string;
}

/** Sends one mail now. Only jobs call it: a request never waits for the post. @throws NotConfigured, or the provider's error */
export async function sendMail(mail: Mail): Promise<void> {
  const service = new MailService();
  service.setApiKey(need("Mail", "SENDGRID_API_KEY"));
  service.setTimeout(10_000);
  const base = config().SENDGRID_API_BASE;
  // The client is there at run time; its types leave it out.
  if (base) (service as unknown as { client: { setDefaultRequest: (key: string, value: string) => void } }).client.setDefaultRequest("baseUrl", base.endsWith("/") ? base : `${base}/`);
  const { subject, text, html } = renderMail(mail, config().APP_URL);
  await service.send({
    to: mail.to,
    from: parseSender(config().MAIL_FROM),
    subject,
    text,
    html,
    categories: [mail.category],
    customArgs: { reference: mail.reference },
    trackingSettings: { clickTracking: { enable: false }, openTracking: { enable: false } },
  });
}

/** "DirectFanz <hello@directfanz.io>" → its two parts. */
function parseSender(sender: string): { email: string; name: string } {
  const match = /^(.*)<(.+)>$/u.exec(sender);
  return match ? { name: (match[1] ?? "").trim(), email: (match[2] ?? "").trim() } : { name: "DirectFanz", email: sender };
}
