import { config } from "@/lib/platform/config";
import { callerAddress } from "@/lib/platform/http/address";
import { checkOrigin } from "@/lib/platform/http/origin";
import { problemResponse } from "@/lib/platform/http/problem";
import { newId } from "@/lib/platform/ids";
import { takeLimit } from "@/lib/platform/ratelimit";

/** What route() does for our own handlers, for the ones next-auth brings; undefined: go on. */
export async function guardAuthRequest(request: Request): Promise<Response | undefined> {
  try {
    checkOrigin(request, config().APP_URL);
    await takeLimit(request.method === "GET" ? "read" : "write", { actor: undefined, address: callerAddress(request.headers, config().TRUSTED_HOPS) });
    return undefined;
  } catch (error) {
    return problemResponse(error, newId("request"));
  }
}
