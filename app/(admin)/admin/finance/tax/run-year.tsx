import { DateTime } from "@/app/_ui/time/date-time";
import type { TaxYearDesk } from "@/lib/commerce/tax";
import { ActDialog } from "../_parts/act-dialog";

/** The run that writes, and the issue: each asked for once more, with the reason. */
export function RunYear({ desk: { year, over, missingRules, run }, drafts }: { desk: TaxYearDesk; drafts: number }) {
  if (missingRules.length > 0) return <p className="text-soft">It can be run once the rows above are there.</p>;
  return (
    <div className="grid gap-2">
      <p className="text-soft">
        {run ? run.finishedAt ? <>Last run through on <DateTime date={run.finishedAt} style="moment" />.</> : <>A run was begun on <DateTime date={run.startedAt} style="moment" /> and goes on where it stopped.</> : "It has not been run yet."} {!over && `Drafts can be made once ${year} is over.`}
      </p>
      <div className="flex flex-wrap gap-3">
        {over && <ActDialog act="runYear" id={String(year)} label="Make the drafts" title={`Run ${year}?`} description="Drafts are made for everybody over a threshold, those there are follow the books. Nobody is told." confirm="Run it" done="Run. If it was long, run it again: it goes on where it stopped." variant="strong" />}
        {drafts > 0 && <ActDialog act="issueYear" id={String(year)} label={`Issue ${drafts.toLocaleString("en-US")} drafts`} title={`Issue the documents of ${year}?`} description="They become what each person holds. Who agreed gets a mail with a link, the others stand on the list to be posted. Only a correction changes them after that." confirm="Issue them" done="Issued." variant="danger" />}
      </div>
    </div>
  );
}
