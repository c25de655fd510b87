import type { ErrorEvent } from "@sentry/nextjs";

const mailLike = /[\w.+-]+@[\w-]+(\.[\w-]+)+/gu;
const addressLike = /\b\d{1,3}(\.\d{1,3}){3}\b/gu;
const secretLike = /\b(sk|rk|whsec|pk)_[A-Za-z0-9_]{8,}/gu;

/** Takes mail addresses, network addresses and keys out of a text. */
export function scrubText(text: string): string {
  return text.replace(mailLike, "[mail]").replace(secretLike, "[secret]").replace(addressLike, "[address]");
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
