import { jobs as mediaJobs } from "@/lib/content/media";
import { jobs as postJobs } from "@/lib/content/posts";
import { subscribers as checkoutSubscribers } from "@/lib/commerce/checkout";
import { jobs as disputeJobs, subscribers as disputeSubscribers } from "@/lib/commerce/disputes";
import { jobs as feeJobs } from "@/lib/commerce/fees";
import { subscribers as saleSubscribers } from "@/lib/commerce/purchases";
import { jobs as orderJobs, subscribers as orderSubscribers } from "@/lib/commerce/orders";
import { jobs as promotionJobs } from "@/lib/commerce/promotions";
import { jobs as payoutJobs, subscribers as payoutSubscribers } from "@/lib/commerce/payouts";
import { jobs as reconciliationJobs } from "@/lib/commerce/reconciliation";
import { jobs as refundJobs, subscribers as refundSubscribers } from "@/lib/commerce/refunds";
import { subscribers as splitSubscribers } from "@/lib/commerce/splits";
import { jobs as subscriptionJobs, subscribers as subscriptionSubscribers } from "@/lib/commerce/subscriptions";
import { sealedColumns as taxColumns, subscribers as taxSubscribers } from "@/lib/commerce/tax";
import { jobs as webhookJobs } from "@/lib/commerce/webhooks";
import { subscribers as userSubscribers } from "@/lib/identity/users";
import { crons } from "@/lib/operations/housekeeping";
import { loadConfig } from "@/lib/platform/config";
import { installHouse } from "@/lib/platform/jobs";
import { installSealedColumns } from "@/lib/platform/sealing";
import { startSentry } from "@/lib/platform/sentry";
import { subscribers as moderationSubscribers } from "@/lib/trust/moderation";

/** Everything that is done later: the one place that knows every wing. */
export function furnish(): void {
  installSealedColumns([...taxColumns]);
  installHouse({
    jobs: [...mediaJobs, ...postJobs, ...subscriptionJobs, ...refundJobs, ...disputeJobs, ...orderJobs, ...payoutJobs, ...promotionJobs, ...feeJobs, ...reconciliationJobs, ...webhookJobs],
    subscribers: [...userSubscribers, ...checkoutSubscribers, ...saleSubscribers, ...subscriptionSubscribers, ...refundSubscribers, ...disputeSubscribers, ...orderSubscribers, ...payoutSubscribers, ...splitSubscribers, ...taxSubscribers, ...moderationSubscribers],
    crons,
  });
}

/** What a process does before its first request. @throws ConfigError, naming what is missing */
export async function openHouse(): Promise<void> {
  await loadConfig();
  startSentry();
  furnish();
}
