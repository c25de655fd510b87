import { AppError } from "@/lib/platform/errors";

export class CannotCharge extends AppError {
  constructor(reason: string) {
    super("forbidden", reason);
  }
}
