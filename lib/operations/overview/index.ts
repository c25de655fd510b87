export { auditActions, cronsWithLastRun, houseCounts, monthOfSales } from "./queries";
