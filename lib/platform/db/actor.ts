import type { CreatorId, MediaId, SessionId, UserId } from "@/lib/platform/ids";

/** What an account may do. identity/standing decides who has which. */
export const capabilities = ["sign_in", "follow", "subscribe", "publish", "sell", "administer"] as const;
export type Capability = (typeof capabilities)[number];

export interface UserActor {
  kind: "user";
  userId: UserId;
  sessionId: SessionId;
  role: "member" | "moderator" | "admin";
  /** Present once the person has opened a creator's page. */
  creatorId: CreatorId | undefined;
  /** That page as the frame around every page shows it; here because the session's statement has it at hand. */
  page: { name: string; handle: string; artMediaId: MediaId | undefined } | undefined;
  displayName: string;
  capabilities: ReadonlySet<Capability>;
}

/** Who asks: nobody known, a person, a job of ours, or a provider's webhook. */
export type Actor = { kind: "anonymous" } | UserActor | { kind: "system"; name: string } | { kind: "webhook"; provider: string };

export const anonymous: Actor = { kind: "anonymous" };
export const system = (name: string): Actor => ({ kind: "system", name });
