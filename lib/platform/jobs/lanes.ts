/** The queues, in the order they are worked. Their retries are data of migration 20261124000100_jobs. */
export const lanes = ["webhooks", "events", "media", "mail", "default"] as const;
export type Lane = (typeof lanes)[number];
export const deadLetters = "dead-letters";
