import type { Capability } from "@/lib/platform/db";

export interface Standing {
  role: "member" | "moderator" | "admin";
  emailVerified: boolean;
  /** Capabilities taken away and in force now. */
  restricted: readonly string[];
}

/** The matrix: what each role may do before anything is taken away. */
const granted: Record<Standing["role"], readonly Capability[]> = {
  member: ["sign_in", "follow", "subscribe", "publish", "sell"],
  moderator: ["sign_in", "follow", "subscribe"],
  admin: ["sign_in", "follow", "subscribe", "administer"],
};
/** What waits until the email address is confirmed. */
const needsVerifiedEmail = new Set<Capability>(["publish", "sell", "subscribe"]);

/** What an account may do now. Pure: role, confirmation and restrictions in, capabilities out. */
export function capabilitiesOf({ role, emailVerified, restricted }: Standing): ReadonlySet<Capability> {
  return new Set(granted[role].filter((capability) => !restricted.includes(capability) && (emailVerified || !needsVerifiedEmail.has(capability))));
}

/** What a person is told when they lack one. */
export function explainLack(capability: Capability): string {
  const texts: Record<Capability, string> = {
    sign_in: "This account cannot be used at the moment. Write to us to hear why.",
    follow: "Your account cannot follow anyone at the moment.",
    subscribe: "Your account cannot pay for anything at the moment. Confirm your email address first, if you have not.",
    publish: "Your account cannot publish at the moment. Confirm your email address first, if you have not.",
    sell: "Your account cannot sell at the moment. Confirm your email address first, if you have not.",
    administer: "This is for administrators.",
  };
  return texts[capability];
}
