import { AppError } from "@/lib/platform/errors";

export class TooLateToAdd extends AppError {
  constructor() {
    super("conflict", "The time to add to this has passed: what was there has been, or is being, sent to the bank.");
  }
}

export class EnoughAdded extends AppError {
  constructor(what: string) {
    super("conflict", `Enough: a bank reads at most ${what}. Send what matters most.`);
  }
}

export class DecidedAlready extends AppError {
  constructor() {
    super("conflict", "This has been decided, or the bank has ended it.");
  }
}

export class FileNotThere extends AppError {
  constructor() {
    super("conflict", "The file has not arrived. Send it to the address you were given, then say so here.");
  }
}

export class FileRefused extends AppError {
  constructor(reason: string) {
    super("bad_request", reason, { invalidParams: [{ name: "file", reason }] });
  }
}

export class NoSuchBlock extends AppError {
  constructor() {
    super("conflict", "This block was lifted before.");
  }
}
