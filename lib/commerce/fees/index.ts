export { approveFees } from "./approve-fees";
export { proposeFees } from "./propose-fees";
export { listFees } from "./queries";
export { bounds as feeBounds, noticeDays } from "./rules";
export { feeReasonInput, type FeeProposalView, type FeeSchedules, feeSchedulesOutput, proposeFeesInput } from "./schema";
export { type ComingFees, estimateSplit, type FeeSchedule, feeScheduleAt, nextFees, type Split, splitPayment } from "./split";
export { jobs } from "./tell-of-fees";
export { withdrawFees } from "./withdraw-fees";
