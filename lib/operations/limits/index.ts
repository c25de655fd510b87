export { listLimits, resetLimit, setLimit } from "./set-limit";
export { limitListOutput, limitOutput, setLimitInput } from "./schema";
