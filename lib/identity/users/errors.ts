import { AppError, InvalidInput } from "@/lib/platform/errors";

export class WeakPassword extends InvalidInput {
  constructor(reason: string, field = "body.password") {
    super(field, reason);
  }
}

export class LinkIsDead extends AppError {
  constructor() {
    super("conflict", "This link has been used or is too old. Ask for a new one.");
  }
}
