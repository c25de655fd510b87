import type { Account } from "@/local/app/seed";
import type { Parameters, ServiceName } from "@/local/cloud";

/** Where the journeys take place. */
export interface World {
  /** http://localhost:… */
  appUrl: string;
  /** The seed's accounts, with their passwords. */
  accounts: Account[];
  /** The doubles' addresses: `urls.sendgrid` is the mail inbox. */
  urls: Record<ServiceName, string>;
  parameters: Parameters;
  /** What the app wrote to its log, and the folder of what it sent: read after the last journey. */
  written: { log: string; data: string };
}
