import { onEmitted } from "@/lib/platform/db";

const holder = globalThis as typeof globalThis & { directfanzPending?: boolean };

/** Remembers that there is work in the outbox or the queue, for the end of the request that put it there. */
export function markPending(): void {
  holder.directfanzPending = true;
}

/** Whether there was; asking forgets it. */
export function takePending(): boolean {
  const pending = holder.directfanzPending ?? false;
  holder.directfanzPending = false;
  return pending;
}

onEmitted(markPending);
