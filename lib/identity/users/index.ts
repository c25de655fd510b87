export { changePassword } from "./change-password";
export { readMe } from "./queries";
export { requestPasswordReset } from "./request-password-reset";
export { resetPassword } from "./reset-password";
export { accepted, changePasswordInput, displayName, email, meOutput, password, passwordResetInput, passwordResetRequest, signUpInput, token, updateProfileInput } from "./schema";
export { signUp } from "./sign-up";
export { subscribers } from "./subscribers";
export { updateProfile } from "./update-profile";
export { verifyEmail } from "./verify-email";
