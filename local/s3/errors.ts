/** A refusal in S3's own words: the HTTP status and the error code SDKs switch on. */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}
