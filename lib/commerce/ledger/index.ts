export { accountIds, type AccountName, accounts } from "./accounts";
export { checkLedger, faultsOf, type LedgerHealth } from "./check-ledger";
export { type Line, type Posting, type PostingKind, postTransaction } from "./post-transaction";
export { accountSum, creatorBalance, creatorBalances, type CreatorBalances, type LedgerLine, linesOfCause } from "./queries";
