import { AppError, InvalidInput } from "@/lib/platform/errors";
import { formatMoney } from "@/lib/platform/money";
import { mostForSale } from "./rules";

export class DearerThanApart extends InvalidInput {
  constructor(price: number, apart: number, currency: string) {
    const say = (amount: number): string => formatMoney({ amount, currency });
    super("body.price", `Apart these posts cost ${say(apart)}, so together they cannot cost ${say(price)}. Lower the price, or add a post.`);
  }
}

export class NotYourPaidPosts extends InvalidInput {
  constructor(count: number) {
    super("body.postIds", `${count === 1 ? "One of these posts" : `${count} of these posts`} cannot be bought on its own: it has no price, or it is not published. Choose posts of yours that are for sale.`);
  }
}

export class BundleArchived extends AppError {
  constructor() {
    super("conflict", "This bundle is not for sale any more. Nothing was charged; its posts may still be sold apart.");
  }
}

/** What is inside has changed since its creator made it. */
export class NotWorthIt extends AppError {
  constructor(why: "few" | "dear") {
    super("conflict", why === "few" ? "Too few of this bundle's posts are for sale at the moment. Buy what you like apart." : "Apart these posts cost less at the moment. Buy them apart.");
  }
}

export class TooManyBundles extends AppError {
  constructor() {
    super("conflict", `A page sells ${mostForSale} bundles at a time. Archive one first.`);
  }
}
