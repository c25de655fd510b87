/** A mail as it was sent, one per recipient list. */
export interface Mail {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo?: string;
  subject: string;
  text?: string;
  html?: string;
  headers: Record<string, string>;
  customArgs: Record<string, string>;
  categories: string[];
  attachments: { filename: string; type?: string; content: string }[];
}

export interface SendGridError {
  message: string;
  field: string | null;
  help: null;
}

interface Address {
  email?: unknown;
  name?: unknown;
}
interface Personalization {
  to?: Address[];
  cc?: Address[];
  bcc?: Address[];
  subject?: string;
  headers?: Record<string, string>;
  custom_args?: Record<string, string>;
}
interface Send {
  personalizations?: Personalization[];
  from?: Address;
  reply_to?: Address;
  subject?: string;
  content?: { type?: string; value?: string }[];
  headers?: Record<string, string>;
  custom_args?: Record<string, string>;
  categories?: string[];
  attachments?: { filename?: string; type?: string; content?: string }[];
}

const isEmail = (address: Address | undefined): boolean => typeof address?.email === "string" && /^[^\s@]+@[^\s@]+$/.test(address.email);

/** What SendGrid would complain of. Empty: the mail can go. */
export function errorsOf(body: unknown): SendGridError[] {
  if (typeof body !== "object" || body === null) return [{ message: "Bad Request", field: null, help: null }];
  const { personalizations, from, subject, content } = body as Send;
  const errors: SendGridError[] = [];
  const complain = (message: string, field: string): number => errors.push({ message, field, help: null });
  if (!Array.isArray(personalizations) || personalizations.length === 0) {
    complain("The personalizations field is required and must have at least one personalization.", "personalizations");
  }
  for (const [index, { to, cc, bcc, subject: own }] of (personalizations ?? []).entries()) {
    if (!Array.isArray(to) || to.length === 0) complain("The to array is required for all personalization objects, and must have at least one email object with a valid email address.", `personalizations.${index}.to`);
    for (const [name, list] of Object.entries({ to, cc, bcc })) {
      for (const [at, address] of (list ?? []).entries()) if (!isEmail(address)) complain("Does not contain a valid address.", `personalizations.${index}.${name}.${at}.email`);
    }
    if (!(own ?? subject)) complain("The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.", "subject");
  }
  if (!isEmail(from)) complain("The from email does not contain a valid address.", "from.email");
  if (!Array.isArray(content) || content.length === 0) complain("Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.", "content");
  for (const [index, part] of (content ?? []).entries()) if (!part.value) complain("The content value must be a string at least one character in length.", `content.${index}.value`);
  return errors;
}

function show({ email, name }: Address): string {
  return typeof name === "string" && name ? `${name} <${String(email)}>` : String(email);
}

/** The mails a request stands for: one for each personalization. The request must be free of errors. */
export function mailsOf(body: unknown, id: string, at: string): Mail[] {
  const send = body as Send;
  const part = (type: string): string | undefined => send.content?.find((one) => one.type === type)?.value;
  const [text, html] = [part("text/plain"), part("text/html")];
  return (send.personalizations ?? []).map((one, index) => ({
    id: index === 0 ? id : `${id}.${index}`,
    at,
    from: show(send.from ?? {}),
    to: (one.to ?? []).map(show),
    cc: (one.cc ?? []).map(show),
    bcc: (one.bcc ?? []).map(show),
    ...(send.reply_to ? { replyTo: show(send.reply_to) } : {}),
    subject: one.subject ?? send.subject ?? "",
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    headers: { ...send.headers, ...one.headers },
    customArgs: { ...send.custom_args, ...one.custom_args },
    categories: send.categories ?? [],
    attachments: (send.attachments ?? []).map(({ filename = "", type, content = "" }) => ({ filename, content, ...(type === undefined ? {} : { type }) })),
  }));
}

/** All addresses a mail goes to, in lower case. */
export function recipientsOf(mail: Mail): string[] {
  return [...mail.to, ...mail.cc, ...mail.bcc].map((shown) => (/<([^>]+)>$/.exec(shown)?.[1] ?? shown).toLowerCase());
}
