export { appoint } from "./appoint";
export { capabilitiesOf, explainLack } from "./capabilities";
export { restrictUser } from "./restrict-user";
export { liftRestriction } from "./lift-restriction";
