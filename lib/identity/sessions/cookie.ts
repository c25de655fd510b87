import { decode } from "next-auth/jwt";
import { config } from "@/lib/platform/config";
import { asId, type SessionId } from "@/lib/platform/ids";

/** Over https the browser itself keeps the cookie to this host; plain http is for one's own machine only. */
export const cookieName = (): string => (config().NEXTAUTH_URL.startsWith("https:") ? "__Host-directfanz.session" : "directfanz.session");

/** The session a cookie speaks of, if it is one of ours; whether that session still lives is the database's to say. */
export async function sessionOfCookie(value: string | undefined): Promise<SessionId | undefined> {
  if (!value) return undefined;
  try {
    const token = await decode({ token: value, secret: config().NEXTAUTH_SECRET });
    return typeof token?.sid === "string" ? asId("session", token.sid) : undefined;
  } catch {
    return undefined;
  }
}

/** One cookie of a request by its name. */
export function readCookie(header: string | null, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return decoded(part.slice(at + 1).trim());
  }
  return undefined;
}

/** What cannot be decoded is no value of ours. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
