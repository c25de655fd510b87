export { subscribers } from "./subscribers";
