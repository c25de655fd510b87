import { definePrivacy } from "@/lib/platform/privacy";

export const privacy = definePrivacy(
  "platform/jobs",
  { CronRun: { subject: "nobody", personal: {}, notPersonal: ["id", "job", "startedAt", "finishedAt", "error", "detail"] } },
  {
    "pgboss.job.data": {
      purpose: "What a job is about: ids, never names or addresses.",
      basis: "contract",
      retention: "As the queue library keeps finished jobs; dead letters 90 days.",
      exported: { leftOut: "It repeats ids that the export has where they belong." },
      erasure: "delete",
    },
  },
);
