/** Test numbers of the provider. */
export const cards = { good: "4242424242424242", declined: "4000000000000002", authenticate: "4000002500003155", failsLater: "4000000000000341" } as const;
export type CardName = keyof typeof cards;

/** Fills in the provider's page as a browser would, the bank's question included. @returns whether the page let them go on */
export async function payAt(url: string, card: CardName): Promise<boolean> {
  const paid = await post(url, { email: "fan@directfanz.test", name: "Fan Person", cardNumber: cards[card], cardExpiry: "12 / 44", cardCvc: "123" });
  if (paid.status !== 303) return false;
  const next = new URL(paid.headers.get("location") ?? "", url);
  if (!next.pathname.endsWith("/authenticate")) return true;
  return (await post(next.href, { outcome: "complete" })).status === 303;
}

/** Says who they are and where their money goes, on the provider's page. */
export async function onboard(url: string, bankAccount: string): Promise<void> {
  await post(url, { firstName: "Jenny", lastName: "Rosen", birth: "1990-01-01", bankAccount });
}

async function post(url: string, fields: Record<string, string>): Promise<Response> {
  const response = await fetch(url, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });
  await response.arrayBuffer();
  return response;
}
