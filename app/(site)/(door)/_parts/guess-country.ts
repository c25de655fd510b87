import { countries } from "@/lib/commerce/checkout";

/** Where the request came from, as the edge says, or else the country of the browser's first language; only a guess to begin with. */
export function guessCountry(head: Headers): string | undefined {
  const said = head.get("x-vercel-ip-country") ?? /^[a-z]{2,3}-([A-Z]{2})\b/u.exec(head.get("accept-language") ?? "")?.[1];
  return said && countries.includes(said) ? said : undefined;
}
