export { crons } from "./crons";
