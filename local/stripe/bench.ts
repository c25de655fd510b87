/**
 * How many calls a second the double answers, with little and with much in it:
 * `node --import tsx --max-old-space-size=4096 local/stripe/bench.ts 1000 100000` (charges).
 * In memory, nobody listening. Figures of decision 0011 come from here.
 */
import { Agent, request } from "node:http";
import { startStripe } from "./index";

const secretKey = "sk_test_bench";
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

type Call = (method: "GET" | "POST", path: string, fields?: Record<string, string>) => Promise<Record<string, unknown>>;

function callerOf(port: number): Call {
  return (method, path, fields = {}) =>
    new Promise((resolve, reject) => {
      const body = new URLSearchParams(fields).toString();
      const sent = request({ agent, host: "127.0.0.1", port, method, path, headers: { authorization: `Bearer ${secretKey}`, "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          if (answer.statusCode === 200) resolve(JSON.parse(text) as Record<string, unknown>);
          else reject(new Error(`${method} ${path}: ${answer.statusCode ?? 0} ${text}`));
        });
      });
      sent.on("error", reject);
      sent.end(body);
    });
}

/** Runs `work` so often, sixteen at a time. @returns calls a second */
async function rate(times: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < times; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  return Math.round((times / (performance.now() - started)) * 1000);
}

async function measure(charges: number): Promise<void> {
  const double = await startStripe({ dataDir: null, webhookSecret: "whsec_bench", secretKey, keepsDays: 30 });
  const call = callerOf(double.port);
  const customers: string[] = [];
  await rate(Math.min(5000, charges / 20), async () => customers.push(String((await call("POST", "/v1/customers", { email: "fan@example.com" }))["id"])));
  const customer = (index: number): string => customers[index % customers.length] ?? "";
  const intents: string[] = [];
  const pay = async (index: number): Promise<void> => {
    intents.push(String((await call("POST", "/v1/payment_intents", { amount: "1000", currency: "usd", customer: customer(index), payment_method: "pm_card_bypassPending", confirm: "true" }))["id"]));
  };
  const filling = await rate(charges, async (index) => {
    await pay(index);
    // The months pass, and with them what the provider forgets.
    if (index % 5000 === 4999) await fetch(`${double.url}/_double/advance`, { method: "POST", body: new URLSearchParams({ days: "8" }) });
  });
  const figures = {
    filling,
    pay: await rate(1000, pay),
    refund: await rate(500, (index) => call("POST", "/v1/refunds", { payment_intent: intents[index] ?? "", amount: "100" })),
    retrieve: await rate(1000, (index) => call("GET", `/v1/payment_intents/${intents[index] ?? ""}`)),
    "charges of a customer": await rate(1000, (index) => call("GET", `/v1/charges?customer=${customer(index)}`)),
    "bookings of a type": await rate(500, () => call("GET", "/v1/balance_transactions?type=charge&limit=100")),
    balance: await rate(1000, () => call("GET", "/v1/balance")),
  };
  process.stdout.write(`${charges} charges, ${Math.round(process.memoryUsage().heapUsed / 1_048_576)} MB: ${Object.entries(figures).map(([name, value]) => `${name} ${value}/s`).join(", ")}\n`);
  await double.stop();
}

for (const charges of process.argv.slice(2).map(Number)) await measure(charges);
agent.destroy();
