import { POST as receiveWebhook } from "@/app/api/webhooks/stripe/route";
import { furnish } from "@/lib/house";
import { loadConfig } from "@/lib/platform/config";
import { drain } from "@/lib/platform/jobs";
import type { Told } from "./processes";

/** A server process reduced to its webhook: takes what its parent sends it, says the status, and works the queues when told to. It ends when it is killed. */
await loadConfig();
furnish();
process.on("message", (told: Told) => {
  if (told === "work") void drain();
  else void take(told);
});
process.send?.("ready");

async function take({ payload, signature }: Exclude<Told, "work">): Promise<void> {
  const request = new Request("http://localhost:3000/api/webhooks/stripe", { method: "POST", headers: { "content-type": "application/json", "stripe-signature": signature }, body: payload });
  process.send?.((await receiveWebhook(request, { params: Promise.resolve({}) })).status);
}
