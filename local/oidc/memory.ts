type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number };

/** What the library keeps while a sign-in is under way. A restart forgets it: the person begins again. */
export class MemoryAdapter {
  private readonly rows = new Map<string, Payload>();

  /** `seconds` is how long the row may live. */
  upsert(id: string, payload: Payload, seconds: number): Promise<void> {
    this.rows.set(id, payload);
    if (seconds > 0) setTimeout(() => this.rows.delete(id), Math.min(seconds, 86_400) * 1000).unref();
    return Promise.resolve();
  }

  find(id: string): Promise<Payload | undefined> {
    return Promise.resolve(this.rows.get(id));
  }

  findByUid(uid: string): Promise<Payload | undefined> {
    return Promise.resolve([...this.rows.values()].find((row) => row.uid === uid));
  }

  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined); // device sign-in is off
  }

  consume(id: string): Promise<void> {
    const row = this.rows.get(id);
    if (row) row.consumed = Math.floor(Date.now() / 1000);
    return Promise.resolve();
  }

  destroy(id: string): Promise<void> {
    this.rows.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, row] of this.rows) if (row.grantId === grantId) this.rows.delete(id);
    return Promise.resolve();
  }
}
