import { Notice } from "@/app/_ui/surfaces/notice";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { cronsWithLastRun } from "@/lib/operations/overview";
import { adminContext } from "../../../_parts/admin-context";

/** What the nightly walk through all books found last. */
export async function LastCheck() {
  const { db, now } = await adminContext();
  const run = (await cronsWithLastRun(db)).find((one) => one.job === "verify-ledger");
  const when = run?.startedAt && <TimeAgo date={run.startedAt} now={now} />;
  return (
    <div className="mb-5">
      {!when ? (
        <Notice title="The books have not been walked yet.">Each night at 03:41 UTC every line is summed up again. By hand: npm run ledger:verify.</Notice>
      ) : run.error ? (
        <Notice tone="danger" title="The books are in doubt.">
          {run.error}, found {when}. What to do: docs/runbooks/ledger-in-doubt.md.
        </Notice>
      ) : (
        <Notice tone="in" title={run.finishedAt ? "The books add up." : "The books are being walked."}>
          Every transaction summed to zero, every sale and payout was booked as it says, {when}.
        </Notice>
      )}
    </div>
  );
}
