/** Says what happens, one line a step, with its time. */
export interface Steps {
  /** A step that has ended well. */
  done: (name: string, detail: string, milliseconds: number) => void;
  /** Runs a step; while it runs a terminal shows it. */
  run<T>(name: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T>;
}

const isTerminal = process.stdout.isTTY;

function line(mark: string, name: string, time: string, detail: string): string {
  return `  ${mark} ${name.padEnd(18)} ${time.padStart(8)}${detail ? `   ${detail}` : ""}`;
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Steps written to the terminal, or to a log without moving the cursor. */
export function terminalSteps(): Steps {
  const done = (name: string, detail: string, milliseconds: number): void => {
    process.stdout.write(`${isTerminal ? "\r\x1b[K" : ""}${line("✓", name, seconds(milliseconds), detail)}\n`);
  };
  return {
    done,
    run: async (name, work, detail) => {
      const started = performance.now();
      const stop = showProgress(name, started);
      try {
        const result = await work();
        stop();
        done(name, detail?.(result) ?? "", performance.now() - started);
        return result;
      } catch (error) {
        stop();
        process.stdout.write(`${line("✗", name, seconds(performance.now() - started), "")}\n`);
        throw error;
      }
    },
  };
}

/** A running clock in a terminal; in a log a line every 15 s, so that a long build is seen to be alive. */
function showProgress(name: string, started: number): () => void {
  const show = (): void => {
    const time = seconds(performance.now() - started);
    process.stdout.write(isTerminal ? `\r\x1b[K${line("…", name, time, "")}` : `${line("…", name, time, "")}\n`);
  };
  const timer = setInterval(show, isTerminal ? 200 : 15_000);
  return () => {
    clearInterval(timer);
    if (isTerminal) process.stdout.write("\r\x1b[K");
  };
}
