export { hashPassword, checkPassword } from "./hash";
export { lengthComplaint, weaknessOf } from "./check-strength";
