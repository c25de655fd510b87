import type Stripe from "stripe";

/** What Stripe puts under `error` in the body of a refused request. */
export interface ErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  advice_code?: string;
  charge?: string;
  doc_url?: string;
  payment_intent?: Stripe.PaymentIntent;
  payment_method?: Stripe.PaymentMethod;
}

/** A request refused on purpose; the server turns it into `{ error }` with this status. */
export class StripeFailure extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body.code === undefined ? body : { ...body, doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll("_", "-")}` };
  }
}

/** 400: the request makes no sense as it stands. */
export function invalid(message: string, details: { code?: string; param?: string } = {}): StripeFailure {
  return new StripeFailure(400, { type: "invalid_request_error", message, ...details });
}

export function missing(param: string): StripeFailure {
  return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}

export function unknownParameter(param: string): StripeFailure {
  return invalid(`Received unknown parameter: ${param}`, { code: "parameter_unknown", param });
}

/** 404 when the object is the address (`param` is then `id`), 400 when another parameter points at it. */
export function noSuch(kind: string, id: string, param = "id"): StripeFailure {
  const status = param === "id" ? 404 : 400;
  return new StripeFailure(status, { type: "invalid_request_error", code: "resource_missing", message: `No such ${kind}: '${id}'`, param });
}

export function unrecognizedUrl(method: string, path: string): StripeFailure {
  return new StripeFailure(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}

export function unauthorized(message: string): StripeFailure {
  return new StripeFailure(401, { type: "invalid_request_error", message });
}
