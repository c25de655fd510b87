import type Stripe from "stripe";
import { POST as receiveOfAccounts } from "@/app/api/webhooks/stripe-connect/route";
import { POST as receive } from "@/app/api/webhooks/stripe/route";
import { stripe } from "@/lib/commerce/rails";
import { config } from "@/lib/platform/config";
import type { Api } from "./api";
import type { Letter, Mailbox } from "./mailbox";
import type { Random } from "./random";
import { sideBySide } from "./side-by-side";

export interface PostFaults {
  lost: number;
  twice: number;
  late: number;
}

/** Hands the provider's events on as a bad network does: out of order, some twice, some half a day late, some never. */
export class Post {
  delivered = 0;
  readonly did = { lost: 0, twice: 0, late: 0 };
  private late: Letter[] = [];
  private readonly seen = new Map<string, number>();
  private readonly mailbox: Mailbox;
  private readonly api: Api;
  private readonly random: Random;
  private readonly faults: PostFaults;
  private readonly lanes: number;

  constructor(mailbox: Mailbox, api: Api, random: Random, faults: PostFaults, lanes: number) {
    [this.mailbox, this.api, this.random, this.faults, this.lanes] = [mailbox, api, random, faults, lanes];
  }

  async deliver(): Promise<void> {
    const fresh = this.mailbox.take();
    const { faults } = this;
    const now: Letter[] = this.late.splice(0);
    for (const letter of fresh) {
      const nth = (this.seen.get(letter.event.type) ?? 0) + 1;
      this.seen.set(letter.event.type, nth);
      const random = this.random.of(`${letter.event.type} ${nth}`);
      if (random.chance(faults.lost)) this.did.lost += 1;
      else if (random.chance(faults.late)) {
        this.did.late += 1;
        this.late.push(letter);
      } else now.push(letter);
      if (random.chance(faults.twice)) {
        this.did.twice += 1;
        now.push(letter);
      }
    }
    await sideBySide(this.random.shuffled(now), this.lanes, (letter) => this.hand(letter));
  }

  private async hand({ endpoint, event }: Letter): Promise<void> {
    const answer = await this.api.ask(`hear ${endpoint}`, endpoint === "connect" ? receiveOfAccounts : receive, () => signed(event, endpoint));
    if (answer.status !== 200) throw new Error(`a true event was refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    this.delivered += 1;
  }
}

function signed(event: Stripe.Event, endpoint: Letter["endpoint"]): { body: string; headers: Record<string, string> } {
  const body = JSON.stringify(event);
  const { STRIPE_WEBHOOK_SECRET, STRIPE_CONNECT_WEBHOOK_SECRET } = config();
  const secret = (endpoint === "connect" ? STRIPE_CONNECT_WEBHOOK_SECRET : STRIPE_WEBHOOK_SECRET) ?? "";
  return { body, headers: { "stripe-signature": stripe().webhooks.generateTestHeaderString({ payload: body, secret, timestamp: Math.floor(Date.now() / 1_000) }) } };
}
