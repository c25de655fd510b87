import { type NextRequest, NextResponse } from "next/server";
import { sonnerStyleHashes } from "@/app/_ui/overlays/sonner-styles";
import { edgeConfig } from "@/lib/platform/config/edge";
import { callerAddress } from "@/lib/platform/http/address";
import { takePage } from "@/lib/platform/http/coarse-bucket";
import { consentCookie, consentHeader, readConsent, writeConsent } from "@/lib/platform/http/consent";
import { newNonce, pagePolicy } from "@/lib/platform/http/page-policy";

/** Pages only: a nonce for this page's scripts, a coarse limit, and what the visitor has agreed to. It decides nothing about who may see what. */
export function middleware(request: NextRequest): NextResponse {
  const { storageOrigin, secure, trustedHops, development } = edgeConfig();
  const fragment = request.headers.get("sec-fetch-dest") === "empty";
  if (!takePage(callerAddress(request.headers, trustedHops), { fragment })) {
    return new NextResponse("That was a lot of pages at once. Try again in a few seconds.", { status: 429, headers: { "retry-after": "5", "content-type": "text/plain; charset=utf-8" } });
  }
  // No address of ours has a NUL in it, and the database can look for none.
  if (/%00|\0/u.test(request.nextUrl.pathname + request.nextUrl.search)) return new NextResponse("This address cannot be read.", { status: 400, headers: { "content-type": "text/plain; charset=utf-8" } });
  const nonce = newNonce();
  const policy = pagePolicy({ nonce, storageOrigin, secure, development, styleHashes: sonnerStyleHashes });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(consentHeader, writeConsent(readConsent(request.headers, request.cookies.get(consentCookie)?.value)));
  headers.set("x-pathname", request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!api/|_next/|favicon\\.ico$|icon\\.svg$).*)"] };
