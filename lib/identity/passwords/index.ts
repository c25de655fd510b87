export { hashPassword, checkPassword } from "./hash";
export { maximumLength, minimumLength } from "./rules";
export { lengthComplaint, weaknessOf } from "./check-strength";
