import { AppError } from "@/lib/platform/errors";

export class TierInUse extends AppError {
  constructor(why: "subscribers" | "posts") {
    super("conflict", why === "subscribers" ? "This tier has members. Archive it instead: they keep what they pay for, and nobody new can join." : "Posts are made for this tier. Archive it instead, or change those posts first.");
  }
}

export class TooManyTiers extends AppError {
  constructor(most: number) {
    super("conflict", `You have ${most} tiers, which is as many as there can be. Archive one first.`);
  }
}
