import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import type Stripe from "stripe";

export interface Letter {
  endpoint: "platform" | "connect";
  event: Stripe.Event;
}

/** What the address of docs/runbooks/deploy-to-vercel.md is told to listen for; the rest would be nobody's concern. */
const wanted = /^(?:checkout\.session\.|customer\.subscription\.(?:created|updated|deleted|paused|resumed)|invoice\.(?:paid|payment_failed)|charge\.refunded|refund\.|charge\.dispute\.|radar\.early_fraud_warning\.|account\.|capability\.|payout\.)/u;

/** Stands where the provider delivers, and keeps what comes until the simulation hands it on: twice, in another order, later, or never. Also takes the mails. */
export class Mailbox {
  private letters: Letter[] = [];
  mails = 0;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const path = request.url ?? "";
        if (path.startsWith("/v3/")) {
          this.mails += 1;
          response.writeHead(202, { "x-message-id": "simulated" }).end();
          return;
        }
        const event = JSON.parse(body.toString()) as Stripe.Event;
        if (wanted.test(event.type)) this.letters.push({ endpoint: path === "/connect" ? "connect" : "platform", event });
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      });
    });
  }

  async open(): Promise<string> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Everything that has come, in an order that does not hang on how the wire was shared. */
  take(): Letter[] {
    const taken = this.letters.sort((a, b) => a.event.created - b.event.created || a.event.type.localeCompare(b.event.type));
    this.letters = [];
    return taken;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
