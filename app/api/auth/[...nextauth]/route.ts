import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/identity/sessions/auth-options";
import { guardAuthRequest } from "@/lib/identity/sessions/guard-auth-request";

type Context = { params: Promise<{ nextauth: string[] }> };

// next-auth answers here by itself; the guard before it does what route() does for the rest: limits and the origin of writes.
async function handle(request: NextRequest, context: Context): Promise<Response> {
  const refused = await guardAuthRequest(request);
  if (refused) return refused;
  return (await NextAuth(request, { params: await context.params }, authOptions())) as Response;
}

export { handle as GET, handle as POST };
