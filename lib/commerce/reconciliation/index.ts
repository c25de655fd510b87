export { askForReconciliation, jobs } from "./ask-for-reconciliation";
export { lastReconciliations, readReconciliation, reconciliationReason, type ReconciliationView } from "./queries";
export { reconcile, type ReconciliationOutcome } from "./reconcile";
