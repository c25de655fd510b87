export { hashPassword, checkPassword } from "./hash";
export { maximumLength, minimumLength } from "./rules";
export { weaknessOf } from "./check-strength";
