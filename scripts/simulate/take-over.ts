interface Connections {
  directfanzPool?: { end: () => Promise<void> };
  directfanzDatabase?: { $disconnect: () => Promise<void> };
}

/** What others at work in this process still need of the old connections; real milliseconds. */
const patienceMs = 3_000;

/** Whoever takes over from a dead process has connections of their own: what it held and never gave back is nobody's. */
export function takeOver(): void {
  const holder = globalThis as typeof globalThis & Connections;
  const { directfanzPool: pool, directfanzDatabase: client } = holder;
  delete holder.directfanzPool;
  delete holder.directfanzDatabase;
  setTimeout(() => {
    void Promise.allSettled([client?.$disconnect(), pool?.end()]);
  }, patienceMs).unref();
}
