import type { Words } from "./use-composer";

/** A post of which nothing was said yet. */
export const unwritten: Words = { title: "", body: "", audience: "public", tierId: null, price: { amount: 500 }, includedFromTierId: null, publishAt: "" };
