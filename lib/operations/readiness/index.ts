export { checkReadiness, type Dependency } from "./check-readiness";
export { readinessOutput } from "./schema";
