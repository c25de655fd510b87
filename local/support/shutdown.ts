import { killAllChildren } from "./children";

type Undo = () => Promise<void> | void;

/** What must be ended when this process ends, last started first ended. */
export interface Shutdown {
  add(undo: Undo): void;
  /** Ends everything, at most once, in at most four seconds, then the process. */
  exit(code: number): Promise<never>;
  readonly ending: boolean;
}

const patience = 3500; // milliseconds

/** Ends everything on Ctrl-C, on a request to terminate, and when the process that started us is gone. */
export function watchForTheEnd(): Shutdown {
  const undos: Undo[] = [];
  let ending = false;
  const parent = process.ppid;

  const exit = async (code: number): Promise<never> => {
    if (!ending) {
      ending = true;
      const timer = setTimeout(() => {
        killAllChildren();
        process.exit(code);
      }, patience);
      for (const undo of undos.reverse()) await Promise.resolve(undo()).catch(() => undefined);
      clearTimeout(timer);
      killAllChildren();
      process.exit(code);
    }
    return new Promise<never>(() => undefined); // the first caller ends the process
  };

  for (const [signal, code] of [["SIGINT", 130], ["SIGTERM", 143], ["SIGHUP", 129]] as const) process.on(signal, () => void exit(code));
  setInterval(() => {
    if (process.ppid !== parent) void exit(143);
  }, 500).unref();
  // A terminal that is gone must not keep us from ending our children.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void exit(143));

  return {
    add: (undo) => undos.push(undo),
    exit,
    get ending() {
      return ending;
    },
  };
}
