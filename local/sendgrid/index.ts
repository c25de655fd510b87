import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { readBody, sendHtml, sendJson, serve, urlOf, type Service } from "../support/http";
import { openRecords, type Records } from "../support/records";
import { inboxPage, linksOf } from "./inbox";
import { errorsOf, mailsOf, recipientsOf, type Mail } from "./message";

export type { Mail } from "./message";

export interface SendGridOptions {
  dataDir: string;
  apiKey: string;
  port?: number;
}

/**
 * SendGrid's v3 mail API with an inbox behind it: `/` for people, `/messages?to=` for tests.
 * Mails are kept in `dataDir/mails.jsonl`.
 */
export async function startSendGrid({ dataDir, apiKey, port }: SendGridOptions): Promise<Service> {
  const mails = await openRecords<Mail>(path.join(dataDir, "mails.jsonl"));
  return serve((request, response) => answer(request, response, mails, apiKey), port);
}

async function answer(request: IncomingMessage, response: ServerResponse, mails: Records<Mail>, apiKey: string): Promise<void> {
  const url = urlOf(request);
  const call = `${request.method ?? ""} ${url.pathname}`;
  if (url.pathname.startsWith("/v3/")) {
    if (request.headers.authorization === `Bearer ${apiKey}`) return api(call, request, response, mails);
    sendJson(response, 401, { errors: [{ message: "The provided authorization grant is invalid, expired, or revoked", field: null, help: null }] });
    return;
  }
  switch (call) {
    case "GET /":
      sendHtml(response, 200, inboxPage(mails.all().toReversed()));
      return;
    case "GET /messages":
      sendJson(response, 200, { messages: find(mails, url.searchParams.get("to")) });
      return;
    case "DELETE /messages":
      await mails.clear();
      response.writeHead(204).end();
      return;
    default:
      sendJson(response, 404, { errors: [{ message: "Not Found", field: null, help: null }] });
  }
}

/** Newest first. `to` absent: all. */
function find(mails: Records<Mail>, to: string | null): (Mail & { links: string[] })[] {
  const wanted = to?.toLowerCase();
  const found = mails.all().filter((mail) => wanted === undefined || recipientsOf(mail).includes(wanted));
  return found.toReversed().map((mail) => ({ ...mail, links: linksOf(mail) }));
}

async function api(call: string, request: IncomingMessage, response: ServerResponse, mails: Records<Mail>): Promise<void> {
  if (call === "GET /v3/scopes") {
    sendJson(response, 200, { scopes: ["mail.send", "sender_verification_eligible"] });
    return;
  }
  if (call !== "POST /v3/mail/send") {
    sendJson(response, 404, { errors: [{ message: "Not Found", field: null, help: null }] });
    return;
  }
  const body = parse(await readBody(request, 30 * 1024 * 1024));
  const errors = errorsOf(body);
  if (errors.length > 0) {
    sendJson(response, 400, { errors });
    return;
  }
  const id = randomBytes(11).toString("base64url");
  for (const mail of mailsOf(body, id, new Date().toISOString())) await mails.add(mail);
  response.writeHead(202, { "x-message-id": id, "content-length": "0" }).end();
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
