export { callerAddress, networkOf } from "./address";
export type { AuthRule } from "./auth";
export { readBytes } from "./read-input";
export { type Declaration, route, type RouteHandler } from "./route";
