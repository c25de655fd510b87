/** From nothing to a page with something on it. */
export const stepNames = ["name", "art", "tier", "post"] as const;
export type StepName = (typeof stepNames)[number];

export const steps: Record<StepName, { short: string; title: string; lead: string }> = {
  name: { short: "Name", title: "What do they call you?", lead: "The name on the poster, and the address under it." },
  art: { short: "Art", title: "Put up your poster", lead: "One picture and one line. The picture is the loudest thing on your page." },
  tier: { short: "Tier", title: "A way to join", lead: "What it costs a month, and what one gets for it. You can change it later and add more." },
  post: { short: "Post", title: "Say something", lead: "Your page shows up for others with its first post." },
};
