export { askForReconciliation, jobs } from "./ask-for-reconciliation";
export { lastReconciliations, readReconciliation, type ReconciliationDetail, reconciliationReason, type ReconciliationView } from "./queries";
export { reconcile, type ReconciliationOutcome } from "./reconcile";
