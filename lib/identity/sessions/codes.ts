const warnings = "NEXTAUTH_URL NO_SECRET DEBUG_ENABLED";
const errors = "AUTH_ON_ERROR_PAGE CALLBACK_CREDENTIALS_HANDLER CALLBACK_CREDENTIALS_JWT INVALID_CALLBACK_URL JWT_SESSION LOGGER OAUTH_CALLBACK OAUTH_CALLBACK_HANDLER OAUTH_PARSE_PROFILE SESSION SIGNIN_OAUTH SIGNOUT SIGN_OUT_EVENT";
const known: ReadonlySet<string> = new Set([...warnings.split(" "), ...errors.split(" ").map((name) => `${name}_ERROR`)]);

/** What next-auth calls what happened, as our log may say it: a name it has, and never a word that somebody sent. */
export const knownCode = (code: string): string => (known.has(code) ? code : "UNKNOWN");
