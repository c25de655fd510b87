import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/identity/sessions/auth-options";
import { answerToFailure, guardAuthRequest } from "@/lib/identity/sessions/guard-auth-request";

type Context = { params: Promise<{ nextauth: string[] }> };

// next-auth answers here by itself; around it stands what route() does for the rest: limits, the origin of writes, the status of a failure.
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const guarded = await guardAuthRequest(request, (await context.params).nextauth[0]);
  // Next hands us a request that is no instance of the class it exports.
  if (guarded instanceof Response) return guarded;
  let failure: unknown;
  const response = (await NextAuth(guarded, { params: await context.params }, authOptions((error) => (failure = error)))) as Response;
  return answerToFailure(failure) ?? response;
}

export { handle as GET, handle as POST };
