import { signedIn } from "@/lib/identity/auth";
import { requestUpload, requestUploadInput, uploadOutput } from "@/lib/content/media";
import { route } from "@/lib/platform/http";

export const POST = route({
  summary: "Announce a file and get the address to send it to",
  auth: signedIn,
  limit: "upload",
  idempotent: true,
  body: requestUploadInput,
  output: uploadOutput,
  status: 201,
  handler: ({ ctx, body }) => requestUpload({ ctx, input: body }),
});
