import { AppError } from "@/lib/platform/errors";
import { mailingDays, noticeDays } from "./rules";

export class FeesNotPossible extends AppError {
  constructor(text: string) {
    super("conflict", text);
  }
}

export class AnotherWaits extends AppError {
  constructor() {
    super("conflict", "A proposal waits already. Agree to it, or withdraw it, before you make another.");
  }
}

export class AnotherPersonNeeded extends AppError {
  constructor() {
    super("conflict", "You proposed this. Another administrator has to agree to it.");
  }
}

export class TooLateToTell extends AppError {
  constructor() {
    super("conflict", `These fees are higher, and creators hear of that ${noticeDays} days before; with a day for the mails it has to be agreed to ${noticeDays + mailingDays} days before. Withdraw it and propose a later day.`);
  }
}
