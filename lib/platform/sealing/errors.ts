import { AppError } from "@/lib/platform/errors";

/** A sealed value that does not open: moved to another row, changed, or of a key that is gone. Never says what stood there. */
export class CannotUnseal extends AppError {
  constructor(internal: string, cause?: unknown) {
    super("internal", "Something went wrong on our side.", { internal, cause });
  }
}

/** FIELD_KEYS lacks the key that wrapped a data key. */
export class FieldKeyMissing extends AppError {
  constructor(kekId: string, dataKeyId: string) {
    super("not_configured", "This is not available at the moment: a key is missing on our side.", { internal: `FIELD_KEYS does not hold "${kekId}", which wrapped the data key ${dataKeyId}` });
  }
}
