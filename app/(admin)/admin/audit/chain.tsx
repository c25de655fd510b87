import { Notice } from "@/app/_ui/surfaces/notice";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { cronsWithLastRun } from "@/lib/operations/overview";
import { adminContext } from "../../_parts/admin-context";

/** Whether every entry follows from the one before it, as the nightly walk last found. */
export async function Chain({ now }: { now: Date }) {
  const { db } = await adminContext();
  const run = (await cronsWithLastRun(db)).find((one) => one.job === "verify-audit-chain");
  const when = run?.startedAt && <TimeAgo date={run.startedAt} now={now} />;
  if (!when) {
    return (
      <div className="mb-5">
        <Notice title="Integrity not checked yet.">Each night at 04:11 UTC we check that every entry follows from the one before it.</Notice>
      </div>
    );
  }
  return (
    <div className="mb-5">
      {run.error ? (
        <Notice tone="danger" title="The chain does not hold.">
          {run.error} (found {when})
        </Notice>
      ) : (
        <Notice tone="in" title={run.finishedAt ? "The chain holds." : "The chain is being walked."}>
          Every entry followed from the one before it, {when}.
        </Notice>
      )}
    </div>
  );
}
