import { flagIn, numberIn, type Command } from "./fields";

/** Time, webhooks and outages. */
export const worldCommands: Readonly<Record<string, Command>> = {
  "/_double/advance": (world, fields) => {
    world.advance(Math.round(numberIn(fields, "days", 0) * 86_400 + numberIn(fields, "seconds", 0)));
    return { now: world.clock.now() };
  },
  "/_double/begin": (world, fields) => {
    if (world.hasHistory()) return { refused: "the clock goes back only before anything has happened" };
    world.clock.beginAt(Math.floor(Date.now() / 1000) - Math.round(numberIn(fields, "daysAgo", 0) * 86_400));
    return { now: world.clock.now() };
  },
  "/_double/mute": (world, fields) => {
    world.queue.muted = flagIn(fields, "on", true);
    return { muted: world.queue.muted };
  },
  "/_double/webhooks": (world, fields) => {
    const current = world.queue.switches;
    const { id: _, ...next } = world.queue.setSwitches({
      duplicates: Math.max(1, Math.min(10, numberIn(fields, "duplicates", current.duplicates))),
      reorder: flagIn(fields, "reorder", current.reorder),
      delayMs: Math.max(0, numberIn(fields, "delayMs", current.delayMs)),
      paused: flagIn(fields, "paused", current.paused),
    });
    return next;
  },
  "/_double/deliver": async (world) => {
    await world.queue.deliverNow();
    return { delivered: true };
  },
  "/_double/outage": (world, fields) => {
    world.outage = { until: Date.now() + numberIn(fields, "seconds", 0) * 1000, mode: fields["mode"] === "hang" ? "hang" : "503" };
    return world.outage;
  },
  "/_double/latency": (world, fields) => {
    world.latencyMs = Math.max(0, numberIn(fields, "ms", 0));
    return { ms: world.latencyMs };
  },
};
