import type { Context, Tx } from "@/lib/platform/db";
import { notesOf } from "@/lib/platform/db/transaction";
import type { EventMap, EventType } from "./types";

export type { EventMap, EventType } from "./types";

/** Tells those who listen, after the commit and at least once. */
export function emit<T extends EventType>(tx: Tx, type: T, payload: EventMap[T]): void {
  notesOf(tx).events.push({ type, payload });
}

type Handler<T extends EventType> = (input: { ctx: Context; payload: EventMap[T]; eventId: string }) => Promise<void>;
export interface Subscriber {
  /** "event/handler": names the delivery in the queue, so keep it when a function is renamed. */
  name: string;
  type: EventType;
  handle: (input: { ctx: Context; payload: never; eventId: string }) => Promise<void>;
}

/** Declares a listener; it must bear being called twice with the same event. */
export function on<T extends EventType>(type: T, name: string, handle: Handler<T>): Subscriber {
  return { name: `${type}/${name}`, type, handle };
}
