import type { ErrorEvent } from "@sentry/nextjs";

const mailLike = /[\w.+-]+@[\w-]+(\.[\w-]+)+/gu;
const addressLike = /\b\d{1,3}(\.\d{1,3}){3}\b|(?<![\w:])(?:[\da-f]{0,4}:){3,7}[\da-f]{0,4}(?![\w:])/giu;
const secretLike = /\b(sk|rk|whsec|pk)_[A-Za-z0-9_]{8,}|\b(SG\.|GOCSPX-|eyJ)[\w.-]{8,}|(?<=\b(Bearer|Basic) )[\w.~+/=-]{8,}/gu;
const queryLike = /(?<=[\w/.)\]])\?[\w%.~[\]-]+=[^\s"'<>`]*/gu;
const credentialsLike = /(?<=:\/\/)[^\s/@]+@(?=[\w.-])/gu;

/** Takes email addresses, network addresses, keys, and the secrets an address may carry out of a text. */
export function scrubText(text: string): string {
  return text.replace(queryLike, "?[query]").replace(credentialsLike, "[secret]@").replace(mailLike, "[mail]").replace(secretLike, "[secret]").replace(addressLike, "[address]");
}

/** What leaves for Sentry: messages without personal data, no request headers, cookies, bodies or query strings. */
export function scrubEvent(event: ErrorEvent): ErrorEvent {
  delete event.request;
  delete event.server_name;
  if (event.user) event.user = event.user.id === undefined ? {} : { id: event.user.id };
  if (event.message) event.message = scrubText(event.message);
  for (const exception of event.exception?.values ?? []) if (exception.value) exception.value = scrubText(exception.value);
  for (const crumb of event.breadcrumbs ?? []) if (crumb.message) crumb.message = scrubText(crumb.message);
  return event;
}
