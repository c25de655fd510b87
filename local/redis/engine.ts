/** A reply of Redis as ioredis gives it. Text arrives as bytes. */
export type Reply = Buffer | string | number | bigint | null | Reply[] | { [name: string]: Reply };
export type Command = readonly string[];

/** One logical database of an engine. */
export interface Database {
  call(command: Command): Promise<Reply>;
  /** All or nothing, in order. A command that fails gives its error in its place. */
  multi(commands: readonly Command[]): Promise<(Reply | Error)[]>;
  /** Hears messages until the returned function is called. */
  subscribe(kind: "subscribe" | "psubscribe", channel: string, hear: (parts: string[]) => void): Promise<() => void>;
}

export interface Engine {
  /** Said to the person watching: which engine answers. */
  name: string;
  database(index: number): Database;
  stop: () => Promise<void>;
}

/** How many logical databases an engine has. Tests take one each. */
export const databases = 64;
