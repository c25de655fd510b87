import { forge, forgeries } from "../webhooks/forge";
import { numberIn, textIn, type Command } from "./fields";

/** Faults that can be had again: of calls by a seed, of webhooks by kind. */
export const faultCommands: Readonly<Record<string, Command>> = {
  "/_double/faults": (world, fields) => {
    const rate = (name: string): number => Math.min(1, Math.max(0, numberIn(fields, name, 0)));
    return world.faults.set({
      seed: numberIn(fields, "seed", 1), declineRate: rate("declineRate"), dropBefore: rate("dropBefore"), dropAfter: rate("dropAfter"), error500: rate("error500"), rateLimit: rate("rateLimit"),
      slowMs: Math.max(0, numberIn(fields, "slowMs", 0)),
    });
  },
  "/_double/forge": async (world, fields) => {
    const kind = forgeries.find((one) => one === fields["kind"]);
    if (!kind) return { error: "no such kind", kinds: forgeries };
    return forge(world, kind, textIn(fields, "type") ?? "payment_intent.succeeded");
  },
};
