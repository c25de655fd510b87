import { statementKey, statementKeyOutput } from "@/lib/commerce/papers";
import { publicAccess } from "@/lib/identity/auth";
import { route } from "@/lib/platform/http";

export const GET = route({
  summary: "The public key that statements are signed with",
  auth: publicAccess,
  limit: "read",
  output: statementKeyOutput,
  handler: () => Promise.resolve({ algorithm: "Ed25519" as const, publicKey: statementKey(), signs: "The SHA-256 of every byte before a CSV's last row, and of a statement's figures." }),
});
