import { operatorOnly } from "@/lib/identity/auth";
import { checkReadiness, readinessOutput } from "@/lib/operations/readiness";
import { config } from "@/lib/platform/config";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "Every dependency with its latency, for operators",
  auth: operatorOnly,
  limit: "read",
  output: readinessOutput,
  handler: async () => {
    const dependencies = await checkReadiness();
    return { ready: dependencies.every((one) => !one.essential || one.state === "up"), release: config().RELEASE, dependencies };
  },
});
