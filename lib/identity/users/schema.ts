import { z } from "zod";
import { lengthComplaint } from "@/lib/identity/passwords";
import { id } from "@/lib/platform/ids";
import { oneLine } from "@/lib/platform/text";
import { isOwnPath } from "./own-path";

export const displayName = oneLine({ most: 60, empty: "Tell us what to call you." });

export const email = z
  .string("Give your email address.")
  .trim()
  .max(254, "This email address is too long.")
  .pipe(z.email("This does not look like an email address."))
  .transform((text) => text.toLowerCase());

/** Only its size is checked here: the verb judges strength, and sign-in must take whatever was once accepted. */
export const password = z.string("Give a password.").min(1, "Give a password.").max(1_000, "Use at most 200 characters.");

const intent = z.enum(["fan", "creator"]);

/** The length is said with the other fields' complaints, all at once; the rest of a password's strength is the verb's. */
const newPassword = password.superRefine((text, check) => {
  const complaint = text === "" ? undefined : lengthComplaint(text);
  if (complaint) check.addIssue({ code: "custom", message: complaint });
});
/** What is no path of ours is left out, not refused: whoever signs up did not type it. */
const next = z.string().transform((path) => (isOwnPath(path) ? path : undefined)).optional().describe("The page to go on to after confirming, a path on this site; it comes with the link in the mail.");

export const signUpInput = z.object({ email, password: newPassword, displayName, intent: intent.default("fan").describe("Where to go after confirming: the feed, or the studio."), next });
export type SignUpInput = z.infer<typeof signUpInput>;

export const token = z.string().min(20).max(100).regex(/^[\w-]+$/u, "This link is damaged. Copy all of it, or ask for a new one.");

export const passwordResetRequest = z.object({ email });
export const passwordResetInput = z.object({ token, password });
export const changePasswordInput = z.object({ currentPassword: password, newPassword: password });
export const updateProfileInput = z.object({ displayName });

export const accepted = z.object({ accepted: z.literal(true), message: z.string() });

export const meOutput = z.object({
  id: id("user"),
  displayName: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(["member", "moderator", "admin"]),
  creator: z.object({ id: id("creator"), handle: z.string(), name: z.string() }).nullable(),
  capabilities: z.array(z.string()),
});
export type Me = z.infer<typeof meOutput>;
