import { escapeHtml, page } from "../support/page";
import type { Mail } from "./message";

/** The inbox as a page: newest first, both forms of each mail, and its links ready to follow. */
export function inboxPage(mails: readonly Mail[]): string {
  const count = mails.length === 1 ? "1 mail" : `${mails.length} mails`;
  const body = mails.length > 0 ? mails.map(mailCard).join("") : "<article><p>No mail yet. What the app sends appears here; nothing leaves this machine.</p></article>";
  return page("Inbox", `<h1>Inbox</h1><p class="quiet">${count}, newest first. Nothing leaves this machine.</p>${body}`);
}

function mailCard(mail: Mail): string {
  const links = linksOf(mail);
  const html = mail.html === undefined ? "" : `<iframe title="HTML part of ${escapeHtml(mail.subject)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy" srcdoc="${escapeHtml(`<base target="_blank">${mail.html}`)}"></iframe>`;
  const text = mail.text === undefined ? "" : `<details${mail.html === undefined ? " open" : ""}><summary>Text</summary><pre>${escapeHtml(mail.text)}</pre></details>`;
  const list = links.length > 0 ? `<details open><summary>Links</summary><ul>${links.map((link) => `<li><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></li>`).join("")}</ul></details>` : "";
  const files = mail.attachments.map(({ filename }) => escapeHtml(filename)).join(", ");
  return `<article><h2>${escapeHtml(mail.subject)}</h2><p class="quiet"><small>To ${escapeHtml(mail.to.join(", "))} · from ${escapeHtml(mail.from)} · <time datetime="${mail.at}">${mail.at.replace("T", " ").slice(0, 19)} UTC</time>${files ? ` · attached: ${files}` : ""}</small></p>${list}${html}${text}</article>`;
}

/** The web addresses in a mail, each once, in order. */
export function linksOf({ text = "", html = "" }: Pick<Mail, "text" | "html">): string[] {
  const inHtml = [...html.matchAll(/href="(https?:[^"]+)"/g)].map(([, link]) => (link ?? "").replaceAll("&amp;", "&"));
  const inText = (text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? []).map((link) => link.replace(/[.,;:!?]+$/, ""));
  return [...new Set([...inHtml, ...inText])];
}
