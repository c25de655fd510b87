import { createHash, createPublicKey, verify } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startOidc } from "@/local/oidc";
import type { Service } from "@/local/support/http";

const client = { clientId: "test.apps.googleusercontent.com", clientSecret: "GOCSPX-secret" };
const redirectUri = "http://localhost:3000/api/auth/callback/google";
const verifier = "v".repeat(64);

interface Discovery {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
}

let service: Service;
let discovery: Discovery;

beforeAll(async () => {
  service = await startOidc({ dataDir: await mkdtemp(path.join(tmpdir(), "oidc-")), ...client, redirectUris: [redirectUri] });
  discovery = (await (await fetch(`${service.url}/.well-known/openid-configuration`)).json()) as Discovery;
});
afterAll(() => service.stop());

/** A browser as far as a sign-in needs one: it keeps cookies and follows redirects by hand. */
function browser(): (url: string, body?: URLSearchParams) => Promise<{ status: number; location: string; text: string }> {
  const cookies = new Map<string, string>();
  return async (url, body) => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { redirect: "manual", headers: { cookie }, ...(body ? { method: "POST", body } : {}) });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split(/=(.*)/s);
      if (value) cookies.set(name, value);
      else cookies.delete(name);
    }
    const to = response.headers.get("location");
    return { status: response.status, location: to ? new URL(to, url).href : "", text: await response.text() };
  };
}

function authorizationUrl(more: Record<string, string> = {}): string {
  const url = new URL(discovery.authorization_endpoint);
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const query = { client_id: client.clientId, scope: "openid email profile", response_type: "code", redirect_uri: redirectUri, state: "s1", code_challenge: challenge, code_challenge_method: "S256", ...more };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

async function signIn(go: ReturnType<typeof browser>, fields: Record<string, string>): Promise<URL> {
  const { location } = await go(authorizationUrl());
  expect((await go(location)).text).toContain("Stands in for Google");
  let next = (await go(location, new URLSearchParams(fields))).location;
  while (next.startsWith(service.url)) next = (await go(next)).location;
  return new URL(next);
}

async function exchange(code: string, secret = client.clientSecret): Promise<Response> {
  const body = new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier });
  return fetch(discovery.token_endpoint, { method: "POST", body, headers: { authorization: `Basic ${Buffer.from(`${encodeURIComponent(client.clientId)}:${encodeURIComponent(secret)}`).toString("base64")}` } });
}

async function claimsOf(idToken: string): Promise<Record<string, unknown>> {
  const [head = "", body = "", signature = ""] = idToken.split(".");
  const { keys } = (await (await fetch(discovery.jwks_uri)).json()) as { keys: JsonWebKey[] };
  const key = createPublicKey({ key: keys[0] as never, format: "jwk" });
  expect(verify("RSA-SHA256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url"))).toBe(true);
  return JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
}

describe("the test identity provider", () => {
  it("signs anybody in, with Google's claims in a signed id_token", async () => {
    const back = await signIn(browser(), { email: "Ada@Example.test", name: "Ada" });
    expect(back.href.startsWith(redirectUri)).toBe(true);
    expect(back.searchParams.get("state")).toBe("s1");
    const tokens = (await (await exchange(back.searchParams.get("code") ?? "")).json()) as { id_token: string };
    const claims = await claimsOf(tokens.id_token);
    expect(claims).toMatchObject({ iss: service.url, aud: client.clientId, email: "ada@example.test", email_verified: true, name: "Ada", sub: expect.stringMatching(/^\d{21}$/) as string });
  });

  it("asks again the next time, so that one browser can be two people", async () => {
    const go = browser();
    const subs: unknown[] = [];
    for (const name of ["One", "Two"]) {
      const back = await signIn(go, { email: `${name}@example.test`, name });
      const tokens = (await (await exchange(back.searchParams.get("code") ?? "")).json()) as { id_token: string };
      subs.push((await claimsOf(tokens.id_token)).email);
    }
    expect(subs).toEqual(["one@example.test", "two@example.test"]);
  });

  it("sends a person who says no back with the reason", async () => {
    expect((await signIn(browser(), { cancel: "1" })).searchParams.get("error")).toBe("access_denied");
  });

  it("refuses a wrong secret, a used code and a strange return address", async () => {
    const code = (await signIn(browser(), { email: "x@example.test", name: "X" })).searchParams.get("code") ?? "";
    expect((await exchange(code, "wrong")).status).toBe(401);
    expect((await exchange(code)).status).toBe(200);
    expect((await exchange(code)).status).toBe(400);
    expect((await browser()(authorizationUrl({ redirect_uri: "http://evil.test/" }))).status).toBe(400);
  });
});
