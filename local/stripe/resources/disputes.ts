import type Stripe from "stripe";
import { giveUpDispute, isOpen, submitDispute } from "../engine/disputes";
import { readEvidence } from "../engine/evidence";
import { must } from "../engine/refs";
import { invalid } from "../http/errors";
import { momentFilter, pageOf, pagingNames } from "../http/lists";
import { mergedMetadata } from "../http/params";
import { idOf, type Call, type Route } from "../http/router";

const updatable = ["evidence", "metadata", "submit"] satisfies (keyof Stripe.DisputeUpdateParams)[];

/** Keeps evidence, and sends it to the bank unless `submit` is false. It can be sent once. */
function update(call: Call): Stripe.Dispute {
  const { params } = call;
  const dispute = must(call.db.disputes, "dispute", idOf(call));
  const sent = params.object("evidence");
  const awaits = dispute.status === "needs_response" || dispute.status === "warning_needs_response";
  if ((sent || params.flag("submit")) && !awaits) throw invalid("This dispute is already closed or under review, and its evidence can no longer be changed.", { code: "dispute_evidence_not_editable", param: "evidence" });
  const evidence = sent ? readEvidence(call, dispute.evidence, sent) : dispute.evidence;
  const next: Stripe.Dispute = {
    ...dispute,
    evidence,
    evidence_details: { ...dispute.evidence_details, has_evidence: dispute.evidence_details.has_evidence || sent !== undefined },
    metadata: mergedMetadata(dispute.metadata, params),
  };
  call.db.disputes.put(next);
  const submits = params.flag("submit") ?? sent !== undefined;
  if (submits) submitDispute(call, next);
  else call.emit("charge.dispute.updated", next, { evidence: dispute.evidence, metadata: dispute.metadata });
  return next;
}

function close(call: Call): Stripe.Dispute {
  const dispute = must(call.db.disputes, "dispute", idOf(call));
  if (!isOpen(dispute)) throw invalid("This dispute is already closed.");
  giveUpDispute(call, dispute);
  return dispute;
}

function list(call: Call): Stripe.ApiList<Stripe.Dispute> {
  const inTime = momentFilter(call.params, "created");
  return pageOf(call, "/v1/disputes", call.db.disputes.where({ charge: call.params.text("charge"), payment_intent: call.params.text("payment_intent") }), "dispute", (row) => inTime(row.created));
}

function listWarnings(call: Call): Stripe.ApiList<Stripe.Radar.EarlyFraudWarning> {
  const inTime = momentFilter(call.params, "created");
  const rows = call.db.earlyFraudWarnings.where({ charge: call.params.text("charge"), payment_intent: call.params.text("payment_intent") });
  return pageOf(call, "/v1/radar/early_fraud_warnings", rows, "early_fraud_warning", (row) => inTime(row.created));
}

const filters = [...pagingNames, "charge", "created", "payment_intent"];

export const disputeRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/disputes", accepts: filters, handle: list },
  { method: "GET", path: "/v1/disputes/:id", accepts: [], handle: (call) => must(call.db.disputes, "dispute", idOf(call)) },
  { method: "POST", path: "/v1/disputes/:id", accepts: updatable, handle: update },
  { method: "POST", path: "/v1/disputes/:id/close", accepts: [], handle: close },
  { method: "GET", path: "/v1/radar/early_fraud_warnings", accepts: filters, handle: listWarnings },
  { method: "GET", path: "/v1/radar/early_fraud_warnings/:id", accepts: [], handle: (call) => must(call.db.earlyFraudWarnings, "early_fraud_warning", idOf(call)) },
];
