import { publicAccess } from "@/lib/identity/auth";
import { accepted, signUp, signUpInput } from "@/lib/identity/users";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Sign up; a link to confirm the address is sent. The answer is the same whether or not the address is known",
  auth: publicAccess,
  limit: "sign-up",
  idempotent: true,
  body: signUpInput,
  output: accepted,
  status: 202,
  handler: async ({ ctx, body }) => {
    await signUp({ ctx, input: body });
    return { accepted: true as const, message: "Check your email for a link from us." };
  },
});
