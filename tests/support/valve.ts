import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Valve {
  url: string;
  /** From now on everything is taken and nothing is answered: a provider that hangs. */
  stall: () => void;
  /** From now on connections are cut: a provider that is away. */
  cut: () => void;
  open: () => void;
  /** Resolves when something has been sent into it while it was shut. */
  reached: Promise<void>;
  /** How many times something was sent into it while it was shut. */
  attempts: () => number;
  close: () => Promise<void>;
}

/** A way to a service that can be shut: the client keeps its address, and what is behind it seems to hang or to be gone. */
export async function openValve(target = "http://127.0.0.1:9"): Promise<Valve> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let state: "open" | "stalled" | "cut" = "open";
  let attempts = 0;
  let tell: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (tell = resolve));
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on("error", () => (socket === client || state === "open") && client.destroy());
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", (chunk) => {
      if (state === "open") return void behind.write(chunk);
      attempts += 1;
      tell();
      if (state === "cut") client.destroy();
    });
    behind.on("data", (chunk) => state === "open" && client.write(chunk));
    behind.on("close", () => state === "open" && client.destroy());
    client.on("close", () => behind.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  };
  const turn = (to: typeof state) => () => (state = to);
  return { url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`, stall: turn("stalled"), cut: turn("cut"), open: turn("open"), reached, attempts: () => attempts, close };
}
