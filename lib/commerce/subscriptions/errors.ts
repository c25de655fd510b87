import { AppError } from "@/lib/platform/errors";
import type { Stop } from "./stops/why-stopped";
import type { Right } from "./withdrawals/may-withdraw";

export class SubscriptionEnded extends AppError {
  constructor() {
    super("conflict", "This membership has ended. Join again from the creator's page.");
  }
}

const whyNotKept: Record<Stop | "withdrawn", string> = {
  withdrawn: "You have withdrawn from this membership, and your money goes back. Join again from the creator's page.",
  dispute: "Your bank has taken a payment of this membership back, so it cannot be renewed. Take the dispute back at your bank; then it goes on by itself.",
  blocked: "This account cannot pay on DirectFanz at the moment, so the membership cannot be renewed. Write to us if that is a mistake.",
};

export class CannotKeep extends AppError {
  constructor(why: Stop | "withdrawn") {
    super("conflict", whyNotKept[why]);
  }
}

export class CannotChange extends AppError {
  constructor(reason: string) {
    super("conflict", reason);
  }
}

export class ChangeWaits extends AppError {
  constructor() {
    super("conflict", "A change waits for the end of what you paid. Take it back first; then you can choose another.");
  }
}

/** What was shown holds no more: the person looks again before anything is charged. */
export class PreviewMoved extends AppError {
  constructor() {
    super("conflict", "What this costs has changed since you looked. Nothing was charged. Look again before you confirm.");
  }
}

/** Our count and the provider's differ: nobody is charged before somebody has looked. */
export class CountsDiffer extends AppError {
  constructor(internal: string) {
    super("unavailable", "We could not work out what this change costs. Nothing was charged and nothing changed. We are looking into it; try again tomorrow.", { internal });
  }
}

const whyNot = {
  elsewhere: "The right to withdraw within fourteen days is that of buyers in the EU and the EEA. You can cancel at any time.",
  over: "The fourteen days are over. You can cancel at any time; what you paid for stays open until its end.",
  ended: "This membership has ended already. If you think that a payment is owed to you, write to us.",
  withdrawn: "You have withdrawn already.",
  used: "When you joined, you asked for everything to be opened at once, and agreed that this ends the right to withdraw; since then you have opened what is for members. You can cancel: nothing more is charged.",
};

export class CannotWithdraw extends AppError {
  constructor(right: Exclude<Right, { kind: "open" }>) {
    super("forbidden", right.kind === "used" ? whyNot.used : whyNot[right.why]);
  }
}
