export { lastReconciliations, type ReconciliationView } from "./queries";
export { reconcile, type ReconciliationOutcome } from "./reconcile";
