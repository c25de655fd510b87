import { Prisma } from "./generated/client";

/** Whether the database refused a second row of what may exist once (Prisma P2002, or 23505 out of a raw statement). */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2002") return true;
  return error.code === "P2010" && JSON.stringify(error.meta ?? {}).includes("23505");
}
