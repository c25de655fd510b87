import { AppError } from "@/lib/platform/errors";

/** What came is not what we take; the person sees why beside the file. */
export class MediaRefused extends AppError {
  constructor(reason: string, internal?: string) {
    super("bad_request", reason, internal ? { internal } : {});
  }
}

export class NothingUploaded extends AppError {
  constructor() {
    super("conflict", "The file has not arrived yet. Send it again.");
  }
}
