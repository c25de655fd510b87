import type { Context } from "../state/context";

/** The account's money by currency (minor units): what can be moved now, and what is on its way. */
export function balanceOf(ctx: Context): { available: Map<string, number>; pending: Map<string, number> } {
  mature(ctx);
  return ctx.db.sums;
}

/** What was pending and whose day has come can be moved. */
export function mature(ctx: Context): void {
  const table = ctx.db.balanceTransactions;
  for (let next = table.nextDue(""); next && next.at <= ctx.now; next = table.nextDue("")) {
    const booked = table.takeDue("");
    if (booked) table.put({ ...booked, status: "available" });
  }
}
