export { forgetDataKeys } from "./data-keys";
export { CannotUnseal, FieldKeyMissing } from "./errors";
export { installSealedColumns, sealedColumns } from "./registry";
export { resealAll, type ResealStep } from "./reseal";
export { destroyUnusedKeys, retiredKeys, rewrapDataKeys, rotateDataKey } from "./rotate";
export { seal, type SealedColumn, unseal } from "./seal";
export { tendKeys } from "./tend-keys";
