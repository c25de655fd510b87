export { accounts } from "./accounts";
export { type Line, type Posting, postTransaction } from "./post-transaction";
export { checkLedger, creatorBalance, type LedgerHealth, type LedgerLine, linesOfCause } from "./queries";
