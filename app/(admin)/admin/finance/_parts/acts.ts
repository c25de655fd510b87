import { api } from "@/app/_client/api";

type Reason = { reason: string };
/** One attempt is one key: pressed twice it happens once. */
const header = (key: string) => ({ "Idempotency-Key": key });

/** What is decided here by one reason: each is a call of our own API, with the id of what it is about. */
export const acts = {
  approvePayout: (payoutId: string, body: Reason) => api.POST("/api/v1/payouts/{payoutId}/approval", { params: { path: { payoutId } }, body }),
  cancelPayout: (payoutId: string, body: Reason) => api.POST("/api/v1/payouts/{payoutId}/cancellation", { params: { path: { payoutId } }, body }),
  liftHold: (payoutHoldId: string, body: Reason) => api.POST("/api/v1/payout-holds/{payoutHoldId}/lifting", { params: { path: { payoutHoldId } }, body }),
  submitDispute: (disputeId: string, body: Reason) => api.POST("/api/v1/disputes/{disputeId}/decision", { params: { path: { disputeId } }, body: { ...body, decision: "submit" } }),
  acceptDispute: (disputeId: string, body: Reason) => api.POST("/api/v1/disputes/{disputeId}/decision", { params: { path: { disputeId } }, body: { ...body, decision: "accept" } }),
  liftBlock: (buyerBlockId: string, body: Reason) => api.POST("/api/v1/buyer-blocks/{buyerBlockId}/lifting", { params: { path: { buyerBlockId } }, body }),
  reconcile: (_: string, body: Reason, key: string) => api.POST("/api/v1/reconciliations", { params: { header: header(key) }, body }),
  approveFees: (feeScheduleId: string, body: Reason) => api.POST("/api/v1/fee-schedules/{feeScheduleId}/approval", { params: { path: { feeScheduleId } }, body }),
  withdrawFees: (feeScheduleId: string, body: Reason) => api.POST("/api/v1/fee-schedules/{feeScheduleId}/withdrawal", { params: { path: { feeScheduleId } }, body }),
  runYear: (year: string, body: Reason) => api.POST("/api/v1/tax-years/{year}/run", { params: { path: { year: Number(year) } }, body: { ...body, dryRun: false } }),
  issueYear: (year: string, body: Reason) => api.POST("/api/v1/tax-years/{year}/issue", { params: { path: { year: Number(year) } }, body }),
  correctDocument: (taxDocumentId: string, body: Reason, key: string) => api.POST("/api/v1/tax-documents/{taxDocumentId}/corrections", { params: { path: { taxDocumentId }, header: header(key) }, body: { ...body, voided: false } }),
  voidDocument: (taxDocumentId: string, body: Reason, key: string) => api.POST("/api/v1/tax-documents/{taxDocumentId}/corrections", { params: { path: { taxDocumentId }, header: header(key) }, body: { ...body, voided: true } }),
};
export type Act = keyof typeof acts;
