import { AsyncLocalStorage } from "node:async_hooks";
import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { createElement, type ReactNode } from "react";
import { renderToReadableStream } from "react-dom/server";
import { Providers } from "@/app/_ui/shell/providers";
import { cookieName } from "@/lib/identity/sessions";
import type { Person } from "./people";
import { cookieOf } from "./world";

interface Visit {
  cookie: string;
  /** What React's cache() remembers, by function and then by arguments. */
  remembered: Map<unknown, Map<string, unknown>>;
}
const visit = new AsyncLocalStorage<Visit>();

/** For `vi.mock("react")`: cache() as the server's React has it, one memory a request. The React that tests get forgets at once. */
export const rememberedInAVisit =
  <Args extends unknown[], T>(work: (...args: Args) => T) =>
  (...args: Args): T => {
    const memory = visit.getStore()?.remembered;
    if (!memory) return work(...args);
    const known = memory.get(work) ?? new Map<string, unknown>();
    memory.set(work, known);
    const key = JSON.stringify(args);
    if (!known.has(key)) known.set(key, work(...args));
    return known.get(key) as T;
  };

/** For `vi.mock("next/headers")`: the request of the visit under way. */
export const requestOfAVisit = {
  headers: () => Promise.resolve(new Headers()),
  cookies: () => Promise.resolve({ get: (name: string) => (name === cookieName() ? { value: visit.getStore()?.cookie.slice(name.length + 1) } : undefined) }),
};

const stay = (): void => undefined;
const router = { bfcacheId: "0", back: stay, forward: stay, refresh: stay, push: stay, replace: stay, prefetch: stay };

interface Page {
  layout: (props: { children: ReactNode }) => Promise<ReactNode>;
  page: () => Promise<ReactNode>;
  metadata?: () => Promise<unknown>;
}

/** Renders a page with its layout and its head as one request of this person; nobody, when left out. Returns the HTML. */
export async function visitPage({ layout, page, metadata }: Page, as?: Person): Promise<string> {
  const cookie = as ? await cookieOf(as) : "";
  return visit.run({ cookie, remembered: new Map() }, async () => {
    const [body] = await Promise.all([page(), metadata?.()]);
    const framed = createElement(Providers, null, await layout({ children: body }));
    const stream = await renderToReadableStream(createElement(AppRouterContext, { value: router }, createElement(PathnameContext, { value: "/" }, framed)));
    await stream.allReady;
    return new Response(stream).text();
  });
}
