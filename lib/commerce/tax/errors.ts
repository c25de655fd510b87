import { AppError } from "@/lib/platform/errors";

export class YearNotOver extends AppError {
  constructor(year: number) {
    super("conflict", `The year ${year} is not over. Try a dry run to see how it stands.`);
  }
}

export class NothingToCorrect extends AppError {
  constructor() {
    super("conflict", "The document says what the books and the papers say. There is nothing to correct.");
  }
}

export class NotIssuedYet extends AppError {
  constructor() {
    super("conflict", "This document is a draft: run the year again, and it follows the books by itself.");
  }
}
