export { acceptSplit } from "./accept-split";
export { endSplit } from "./end-split";
export { percent } from "./errors";
export { proposeSplit } from "./propose-split";
export { splitsOf } from "./queries";
export { mostCollaborators } from "./rules";
export { splitInput, splitOutput, splitsQuery, type SplitView } from "./schema";
export { subscribers } from "./subscribers";
