import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "./schema";

export { problemOf, type Problem } from "./problem";

const withIdempotencyKey: Middleware = {
  onRequest({ request }) {
    if (request.method === "POST" && !request.headers.has("idempotency-key")) request.headers.set("idempotency-key", crypto.randomUUID());
    return request;
  },
};

/** Our own API as the pages use it: typed from the routes' declarations. */
export const api = createClient<paths>({ baseUrl: typeof window === "undefined" ? "http://localhost" : window.location.origin });
api.use(withIdempotencyKey);
