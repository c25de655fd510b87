import { Money } from "@/app/_ui/money/money";
import { PriceSplit } from "@/app/_ui/money/price-split";
import { Chip } from "@/app/_ui/surfaces/chip";
import { DateTime } from "@/app/_ui/time/date-time";
import type { FeeProposalView } from "@/lib/commerce/fees";
import { ActDialog } from "../_parts/act-dialog";
import { Part } from "../_parts/part";
import { percent } from "./percent";

/** A proposal that waits for its second person. */
export function Waiting({ proposal, yours, before }: { proposal: FeeProposalView; yours: boolean; /** What a creator keeps of the same price under the schedule before it. */ before: number | undefined }) {
  const { id, effectiveFrom, platformBps, estimateProcessingBps, estimateProcessingFixed, note, proposed, raises, example } = proposal;
  return (
    <Part title="Waits for a second person" className="mb-7 rounded-m border border-held bg-held-wash px-4 py-3.5" sum={<Chip tone="held">{raises ? "higher than before" : "not higher"}</Chip>}>
      <p>
        <b className="font-semibold">{percent(platformBps)}</b> from <DateTime date={effectiveFrom} />, card estimated at {percent(estimateProcessingBps)} + {estimateProcessingFixed}¢. “{note}”
      </p>
      <p className="mb-3 text-soft">
        {proposed?.by} proposed it{proposed && <> on <DateTime date={proposed.at} style="moment" /></>}: “{proposed?.reason}”
      </p>
      <div className="mb-4 max-w-[460px]">
        <p className="mb-1.5">
          Of <Money amount={example.gross} /> a creator keeps <Money amount={example.net} />
          {before !== undefined && (
            <>
              {" "}
              instead of <Money amount={before} />
            </>
          )}
          .
        </p>
        <PriceSplit split={{ ...example, platform: example.platformFee, processing: example.processingFee }} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        {yours ? (
          <span className="text-soft">You proposed it, so somebody else has to agree.</span>
        ) : (
          <ActDialog act="approveFees" id={id} label="Agree" title={`Agree to ${percent(platformBps)}?`} description={raises ? "Every creator is written to now, and it begins on its day." : "It begins on its day; nobody need be warned of it."} confirm="Agree" done={raises ? "Agreed. Creators are being told." : "Agreed."} variant="strong" />
        )}
        <ActDialog act="withdrawFees" id={id} label="Withdraw" title="Withdraw this proposal?" description="Nothing changes, and another can be made." confirm="Withdraw" done="Withdrawn." variant="danger" />
      </div>
    </Part>
  );
}
