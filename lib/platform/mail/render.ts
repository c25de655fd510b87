export interface MailContent {
  subject: string;
  /** Paragraphs, in order; plain text. */
  paragraphs: string[];
  /** One button, if there is something to do. */
  action?: { label: string; url: string } | undefined;
  /** A second way, as a plain link under the button. */
  otherwise?: { label: string; url: string } | undefined;
  /** Rows of a small table: a receipt's lines. */
  rows?: { label: string; value: string; strong?: boolean }[] | undefined;
  /** Why they got it. */
  reason: string;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);
/** A subject is one line, whatever a display name contains. */
const oneLine = (text: string): string => text.replace(/[\r\n\t]+/gu, " ").trim();

/** One hand for every mail: text first, one button, what it cost, and why it was sent. */
export function renderMail(mail: MailContent, appUrl: string): { subject: string; text: string; html: string } {
  return { subject: oneLine(mail.subject), text: renderText(mail, appUrl), html: renderHtml(mail, appUrl) };
}

function renderText({ paragraphs, rows = [], action, otherwise, reason }: MailContent, appUrl: string): string {
  const table = rows.map((row) => `${row.label}: ${row.value}`).join("\n");
  const ways = [action, otherwise].flatMap((way) => (way ? [`${way.label}:\n${way.url}`] : []));
  return [...paragraphs, ...(table ? [table] : []), ...ways, `--\n${reason}\nDirectFanz, ${appUrl}`].join("\n\n");
}

function renderHtml({ paragraphs, rows = [], action, otherwise, reason }: MailContent, appUrl: string): string {
  const paragraph = (text: string): string => `<p style="margin:0 0 16px;font-size:16px;line-height:1.5">${escapeHtml(text)}</p>`;
  const row = ({ label, value, strong }: { label: string; value: string; strong?: boolean }): string =>
    `<tr><td style="padding:8px 12px 8px 0;border-top:1px solid #e2dfd9${strong ? ";font-weight:600" : ""}">${escapeHtml(label)}</td><td style="padding:8px 0;border-top:1px solid #e2dfd9;text-align:right;white-space:nowrap${strong ? ";font-weight:600" : ""}">${escapeHtml(value)}</td></tr>`;
  const table = rows.length > 0 ? `<table role="presentation" style="width:100%;border-collapse:collapse;margin:0 0 24px;font-size:15px">${rows.map(row).join("")}</table>` : "";
  const button = action ? `<p style="margin:0 0 24px"><a href="${escapeHtml(action.url)}" style="display:inline-block;background:#ff7a45;color:#2a1206;padding:12px 20px;border-radius:12px;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>` : "";
  const link = otherwise ? `<p style="margin:0 0 24px;font-size:15px"><a href="${escapeHtml(otherwise.url)}" style="color:#1c1b26">${escapeHtml(otherwise.label)}</a></p>` : "";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DirectFanz</title></head><body style="margin:0;background:#fbfaf7;color:#1c1b26;font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"><div style="max-width:520px;margin:0 auto;padding:32px 20px"><p style="margin:0 0 28px;font-size:20px;font-weight:800;letter-spacing:-.02em">DirectFanz</p>${paragraphs.map(paragraph).join("")}${table}${button}${link}<p style="margin:24px 0 0;font-size:13px;line-height:1.5;color:#6a6874">${escapeHtml(reason)}<br><a href="${escapeHtml(appUrl)}" style="color:#6a6874">DirectFanz</a></p></div></body></html>`;
}

/** "November 24, 2026": mails know no one's time zone, so a day is UTC's. */
export const longDate = (date: Date): string => new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(date);
