export { type Actor, anonymous, type Capability, system, type UserActor } from "./actor";
export { closeDatabase, type Database, database, type Tx } from "./client";
export { type Context, createContext, onEmitted, systemContext, type Verb } from "./context";
export { Prisma } from "./generated/client";
export { migrate } from "./migrate";
export { closePool, countQueries, pool, type Statement } from "./pool";
export { isUniqueViolation } from "./violations";
