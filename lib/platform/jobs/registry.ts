import type { Context } from "@/lib/platform/db";
import type { Subscriber } from "@/lib/platform/events";
import type { Lane } from "./lanes";

export interface Job<Input extends object = object> {
  name: string;
  lane: Lane;
  /** Must bear being run twice with the same input. Throwing means: again later. */
  run: (input: { ctx: Context; data: Input }) => Promise<void>;
}

/** Erases the input's type for the registry; send() and run() keep it between them. */
export function defineJob<Input extends object>(job: Job<Input>): Job<Input> {
  return job;
}

export interface Cron {
  name: string;
  /** Five-field cron, UTC; vercel.json says the same (a test holds them equal). */
  schedule: string;
  what: string;
  run: (input: { ctx: Context }) => Promise<Record<string, number | string | boolean>>;
}

export interface House {
  jobs: Map<string, Job>;
  subscribers: Map<string, Subscriber>;
  crons: Map<string, Cron>;
}

const holder = globalThis as typeof globalThis & { directfanzHouse?: House };

/** Called once by lib/house.ts, which alone knows every wing. */
export function installHouse(parts: { jobs: Job<never>[]; subscribers: Subscriber[]; crons: Cron[] }): void {
  const byName = <T extends { name: string }>(list: T[]): Map<string, T> => {
    const map = new Map(list.map((one) => [one.name, one]));
    if (map.size !== list.length) throw new Error("two parts of the house share a name");
    return map;
  };
  holder.directfanzHouse = { jobs: byName(parts.jobs as unknown as Job[]), subscribers: byName(parts.subscribers), crons: byName(parts.crons) };
}

export function house(): House {
  if (!holder.directfanzHouse) throw new Error("installHouse() has not run");
  return holder.directfanzHouse;
}
