import { AppError, InvalidInput } from "@/lib/platform/errors";

export class NoSuchCollaborator extends InvalidInput {
  constructor() {
    super("body.handle", "There is no open page of this name. Look at how it is written.");
  }
}

export class OwnPage extends InvalidInput {
  constructor() {
    super("body.handle", "This is your own page. What is not shared is yours already.");
  }
}

export class CannotTakePart extends InvalidInput {
  constructor() {
    super("body.handle", "This page cannot take a share at the moment.");
  }
}

export class SharedAlready extends InvalidInput {
  constructor() {
    super("body.handle", "You share with this page already, or have asked it to. End that one first.");
  }
}

export class AskedToday extends InvalidInput {
  constructor() {
    super("body.handle", "You have asked this page within the last 24 hours. Ask again tomorrow.");
  }
}

export class TooMuchShared extends InvalidInput {
  constructor(leftBps: number) {
    super("body.shareBps", leftBps > 0 ? `You can share ${percent(leftBps)} more: less than everything together, what waits for an answer among it.` : "There is nothing left to share. End a split first.");
  }
}

export class TooManySplits extends AppError {
  constructor(most: number) {
    super("conflict", `You share with ${most} pages, or have asked them to. End one first.`);
  }
}

/** What is held would go to somebody else instead. */
export class PayoutsHeld extends AppError {
  constructor(own: boolean) {
    super("conflict", own ? "Your payouts are held, so nothing new is shared for now. Why, and what to do: Studio → Money → Payouts." : "This page cannot share anything new at the moment. The offer stays; try again in some days.");
  }
}

export class SplitOver extends AppError {
  constructor() {
    super("conflict", "This split is over. A new one can be proposed.");
  }
}

/** 2550 → "25.5 %". */
export const percent = (bps: number): string => `${(bps / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
