import type { Instrumentation } from "next";

// NEXT_RUNTIME is a constant of the compiler, which leaves the Node.js half out of the edge bundle; it is not a setting.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openHouse } = await import("@/lib/house");
  await openHouse();
  const { agreeWithEdge } = await import("@/lib/platform/config");
  agreeWithEdge();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportError, flushSentry } = await import("@/lib/platform/sentry");
  reportError(error, { route: context.routePath, method: request.method, requestId: "page" });
  await flushSentry();
};
