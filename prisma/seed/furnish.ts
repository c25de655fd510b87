import { jobs as mediaJobs } from "@/lib/content/media";
import { jobs as subscriptionJobs } from "@/lib/commerce/subscriptions";
import { installHouse } from "@/lib/platform/jobs";
import { subscribers as moderation } from "@/lib/trust/moderation";

/** The house without its letter box: eighteen months of receipts would only bury the first real mail. */
export function furnishForSeeding(): void {
  installHouse({ jobs: [...mediaJobs, ...subscriptionJobs], subscribers: [...moderation], crons: [] });
}
