import { leavingReasons } from "@/lib/commerce/subscriptions";

/** Why people leave, as a list to choose from. */
export const leavingChoices = Object.entries(leavingReasons).map(([value, label]) => ({ value, label }));
