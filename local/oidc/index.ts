import { createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import Provider, { type Account, type OidcContext } from "oidc-provider";
import { freePort, readBody, sendHtml, serve, urlOf, type Service } from "../support/http";
import { escapeHtml, page } from "../support/page";
import { MemoryAdapter } from "./memory";
import { People } from "./people";

export interface OidcOptions {
  dataDir: string;
  clientId: string;
  clientSecret: string;
  /** Where the app hears of a sign-in. */
  redirectUris: readonly string[];
  port?: number;
}

/**
 * An OpenID provider that stands in for Google: it believes any address and name that is typed.
 * Its issuer is the service's `url`.
 */
export async function startOidc(options: OidcOptions): Promise<Service> {
  const port = await freePort(options.port);
  const people = await People.open(options.dataDir);
  const provider = await createProvider(`http://127.0.0.1:${port}`, people, options);
  const protocol = provider.callback();
  return serve((request, response) => {
    if (urlOf(request).pathname.startsWith("/sign-in/")) return signIn(request, response, provider, people);
    forgetSession(request);
    forgetPrompt(request);
    return protocol(request, response);
  }, port);
}

/** Nobody stays signed in here: one browser can be several people, one after another. */
function forgetSession(request: IncomingMessage): void {
  const kept = request.headers.cookie?.split("; ").filter((cookie) => !cookie.startsWith("_session"));
  if (kept) request.headers.cookie = kept.join("; ");
}

/** Google knows this prompt and the provider does not; here an account is chosen each time anyway. */
function forgetPrompt(request: IncomingMessage): void {
  request.url = request.url?.replace(/([?&])prompt=select_account(&|$)/u, "$1");
}

async function createProvider(issuer: string, people: People, { dataDir, clientId, clientSecret, redirectUris }: OidcOptions): Promise<Provider> {
  const { jwks, cookieKey } = await keys(dataDir);
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: redirectUris, grant_types: ["authorization_code"], response_types: ["code"] }],
    clientAuthMethods: ["client_secret_basic", "client_secret_post"],
    jwks,
    cookies: { keys: [cookieKey] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false, // Google puts e-mail and name into the id_token; so does this
    features: { devInteractions: { enabled: false } },
    adapter: MemoryAdapter,
    renderError: (context: { body?: string }, { error_description, error }: { error: string; error_description?: string }) => {
      context.body = endedPage(error_description ?? error);
    },
    interactions: { url: (_context: OidcContext, { uid }: { uid: string }) => `/sign-in/${uid}` },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, Grant: 86_400, IdToken: 3600, Interaction: 3600, Session: 86_400 },
    findAccount: (_context: OidcContext, sub: string): Account | undefined => {
      const person = people.find(sub);
      return person && { accountId: sub, claims: () => ({ sub, email: person.email, email_verified: person.unconfirmed !== true, name: person.name }) };
    },
    loadExistingGrant: async ({ oidc }: OidcContext) => {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  return provider;
}

interface Keys {
  jwks: { keys: object[] };
  cookieKey: string;
}

/** Made once: a new signing key would end every sign-in that is under way. */
async function keys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, "keys.json");
  await mkdir(dataDir, { recursive: true });
  const kept = await readFile(file, "utf8").catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Keys;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
  const jwk = createPrivateKey(privateKey).export({ format: "jwk" });
  const made: Keys = { jwks: { keys: [{ ...jwk, use: "sig", alg: "RS256", kid: randomBytes(6).toString("hex") }] }, cookieKey: randomBytes(32).toString("hex") };
  await writeFile(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

async function signIn(request: IncomingMessage, response: ServerResponse, provider: Provider, people: People): Promise<void> {
  try {
    const { params } = await provider.interactionDetails(request, response);
    if (request.method !== "POST") {
      sendHtml(response, 200, form(typeof params.login_hint === "string" ? params.login_hint : ""));
      return;
    }
    const fields = new URLSearchParams((await readBody(request, 64 * 1024)).toString());
    if (fields.has("cancel")) {
      await provider.interactionFinished(request, response, { error: "access_denied", error_description: "The person said no." });
      return;
    }
    const email = fields.get("email")?.trim() ?? "";
    const name = fields.get("name")?.trim() ?? "";
    if (!/^[^\s@]+@[^\s@]+$/.test(email) || !name) {
      sendHtml(response, 400, form(email, name, "An e-mail address and a name are needed."));
      return;
    }
    const { sub } = await people.remember(email, name, fields.has("unconfirmed"));
    await provider.interactionFinished(request, response, { login: { accountId: sub, remember: false } }, { mergeWithLastSubmission: false });
  } catch (error) {
    if (response.headersSent) throw error;
    sendHtml(response, 400, endedPage(error instanceof Error ? error.message : String(error)));
  }
}

function endedPage(reason: string): string {
  return page("Test identity", `<h1>This sign-in has ended</h1><p>Go back to the app and begin again.</p><p class="quiet"><small>${escapeHtml(reason)}</small></p>`);
}

function form(email: string, name = "", problem = ""): string {
  const complaint = problem ? `<p role="alert">${escapeHtml(problem)}</p>` : "";
  return page(
    "Test identity",
    `<h1>Test identity</h1><p class="quiet">Stands in for Google on this machine. Any address and name will do.</p>${complaint}
<form method="post"><label for="email">E-mail</label><input id="email" name="email" type="email" required autofocus value="${escapeHtml(email)}">
<label for="name">Name</label><input id="name" name="name" required value="${escapeHtml(name)}">
<label><input type="checkbox" name="unconfirmed"> The address is not confirmed</label>
<button type="submit">Continue</button> <button type="submit" name="cancel" value="1" formnovalidate>Cancel</button></form>`,
  );
}
