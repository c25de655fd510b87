import type { Service } from "./support/http";

interface StripeOptions { dataDir: string; webhookUrl: string | undefined; webhookSecret: string; secretKey: string; port?: number }

export async function startStripe(options: StripeOptions): Promise<Service> {
  const name = "./stripe";
  const loaded = (await import(name).catch(() => undefined)) as { startStripe(options: StripeOptions): Promise<Service> } | undefined;
  if (loaded) return loaded.startStripe(options);
  process.stdout.write("  stripe: not there yet\n");
  return { url: "http://127.0.0.1:9", port: 9, stop: () => Promise.resolve() };
}
