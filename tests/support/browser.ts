// First of all imports, here and in the tests that use it: Next asks once, when it is loaded, whether requests can be told apart.
import "next/dist/server/node-environment-baseline";
import { createRequestStoreForAPI } from "next/dist/server/async-storage/request-store";
import { workAsyncStorage, type WorkStore } from "next/dist/server/app-render/work-async-storage.external";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external";
import { NextRequest } from "next/server";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { config } from "@/lib/platform/config";

export interface AuthAnswer {
  status: number;
  headers: Headers;
  /** Where it leads: a redirect's target, or the `url` of a JSON answer. */
  to: string;
  body: string;
}

interface AuthCall {
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

/** A browser as far as signing in needs one: it keeps cookies, and calls next-auth's addresses as the server would route them. */
export class Browser {
  readonly cookies = new Map<string, string>();

  async auth(path: string, { fields, headers = {} }: AuthCall = {}): Promise<AuthAnswer> {
    const url = new URL(path, config().APP_URL);
    const cookie = [...this.cookies].map((pair) => pair.join("=")).join("; ");
    const form: Record<string, string> = fields ? { "content-type": "application/x-www-form-urlencoded", origin: url.origin } : {};
    const request = new NextRequest(url, { headers: { host: url.host, ...form, ...(cookie ? { cookie } : {}), ...headers }, ...(fields ? { method: "POST", body: new URLSearchParams(fields).toString() } : {}) });
    const response = await insideRequest(request, () => (fields ? POST : GET)(request, { params: Promise.resolve({ nextauth: url.pathname.split("/").slice(3) }) }));
    this.#keep(response.headers);
    const body = await response.text();
    return { status: response.status, headers: response.headers, body, to: response.headers.get("location") ?? urlIn(body) };
  }

  /** Posts a form with the token that next-auth asks of every one, as the pages' own client does. */
  async submit(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<AuthAnswer> {
    const { csrfToken = "" } = JSON.parse((await this.auth("/api/auth/csrf", { headers })).body) as { csrfToken?: string };
    return this.auth(path, { fields: { ...fields, csrfToken, json: "true" }, headers });
  }

  /** Follows a foreign address by hand; cookies of other hosts are kept apart. */
  async visit(url: string, fields?: Record<string, string>): Promise<{ status: number; to: string }> {
    const cookie = [...this.#foreign].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie }, ...(fields ? { method: "POST", body: new URLSearchParams(fields) } : {}) });
    for (const set of response.headers.getSetCookie()) store(this.#foreign, set);
    const to = response.headers.get("location");
    return { status: response.status, to: to ? new URL(to, url).href : "" };
  }

  readonly #foreign = new Map<string, string>();

  #keep(headers: Headers): void {
    for (const set of headers.getSetCookie()) store(this.cookies, set);
  }
}

function store(cookies: Map<string, string>, set: string): void {
  const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/su);
  if (value) cookies.set(name, value);
  else cookies.delete(name);
}

function urlIn(body: string): string {
  try {
    return (JSON.parse(body) as { url?: string }).url ?? "";
  } catch {
    return "";
  }
}

/** Runs a handler where Next runs it, so that headers() and cookies() are this request's. */
function insideRequest<T>(request: NextRequest, work: () => Promise<T>): Promise<T> {
  const store = createRequestStoreForAPI(request, request.nextUrl, { tags: [], expirationsByCacheKind: new Map() }, undefined, undefined, undefined);
  const route = request.nextUrl.pathname;
  return workAsyncStorage.run({ route, page: route, forceStatic: false } as unknown as WorkStore, () => workUnitAsyncStorage.run(store, work));
}
