import { AppError, InvalidInput } from "@/lib/platform/errors";

export const noSuchCode = "There is no such code here. Look at how it is written, or join without it.";
export const usedBefore = "You have used a code of this page already. You can join without one.";
export const usedUp = "This code has been redeemed as often as it may be. You can join without it.";

/** Why a code cannot be redeemed, said beside the field it was typed in. */
export class CodeRefused extends InvalidInput {
  constructor(reason: string, field = "body.code") {
    super(field, reason);
  }
}

/** All that may redeem it have, or have their payment page open. */
export class CodeUsedUp extends CodeRefused {
  constructor(readonly promotionId: string) {
    super(usedUp);
  }
}

export class CodeTaken extends InvalidInput {
  constructor(code: string) {
    super("body.code", `You have had a code ${code} already. Take another word: what those who redeemed it pay hangs on it.`);
  }
}

export class TooManyCodes extends AppError {
  constructor(most: number) {
    super("conflict", `You have ${most} codes that are open. Archive one first.`);
  }
}
