import { AppError } from "@/lib/platform/errors";

export class SubscriptionEnded extends AppError {
  constructor() {
    super("conflict", "This membership has ended. Join again from the creator's page.");
  }
}
