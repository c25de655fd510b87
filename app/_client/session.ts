/** Signing in and out over next-auth's own addresses; its React client would weigh more than these pages. */
type Answer = { ok: true; url: string } | { ok: false; reason: string };

const offline = "We could not reach DirectFanz. Check your connection and try again.";
const wrong = "That address and password do not belong together.";

async function csrfToken(): Promise<string> {
  const answer = await fetch("/api/auth/csrf", { cache: "no-store" });
  if (!answer.ok) throw new Error(await complaintOf(answer));
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}

/** Our own limits answer with a problem document. */
async function complaintOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => ({}))) as { detail?: unknown };
  return typeof body.detail === "string" ? body.detail : "Something went wrong on our side. Try again in a moment.";
}

async function post(path: string, fields: Record<string, string>): Promise<Answer> {
  try {
    const body = new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: "true" });
    const answer = await fetch(path, { method: "POST", body });
    const { url } = (await answer.clone().json().catch(() => ({}))) as { url?: string };
    if (!url) return { ok: false, reason: await complaintOf(answer) };
    const error = new URL(url, window.location.origin).searchParams.get("error");
    return error ? { ok: false, reason: reasonOf(error) } : { ok: true, url };
  } catch (error) {
    return { ok: false, reason: error instanceof TypeError || !(error instanceof Error) ? offline : error.message };
  }
}

/** next-auth names its own errors in one word; ours are sentences and pass as they are. */
function reasonOf(error: string): string {
  if (error === "CredentialsSignin") return wrong;
  return /\s/u.test(error) ? error : "That did not work. Try again, or use your email address and password.";
}

export const signInWithPassword = (email: string, password: string): Promise<Answer> => post("/api/auth/callback/password", { email, password, callbackUrl: "/" });
export const signInWithLink = (token: string): Promise<Answer> => post("/api/auth/callback/confirmation", { token, callbackUrl: "/" });
export const goToGoogle = (callbackUrl: string): Promise<Answer> => post("/api/auth/signin/google", { callbackUrl });
export const signOut = (): Promise<Answer> => post("/api/auth/signout", { callbackUrl: "/" });
