import Link from "next/link";
import { Chip } from "@/app/_ui/surfaces/chip";
import type { DisputeOfDesk } from "@/lib/commerce/disputes";
import { ActDialog } from "../../_parts/act-dialog";
import { Part } from "../../_parts/part";

/** What is known against the buyer, in points with their reasons, and the blocks in force. */
export function Buyer({ desk: { fan, buyer, blocks } }: { desk: DisputeOfDesk }) {
  return (
    <Part title="The buyer" sum={<Chip tone={buyer.score >= buyer.blockedFrom ? "danger" : buyer.score > 0 ? "held" : "in"}>{buyer.score} points, blocked from {buyer.blockedFrom}</Chip>}>
      <ul className="divide-y divide-line border-y border-line">
        {buyer.because.map((line) => (
          <li key={line} className="py-2">
            {line}
          </li>
        ))}
        {buyer.because.length === 0 && <li className="py-2 text-soft">Nothing is known against them.</li>}
        {blocks.map((block) => (
          <li key={block.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0 flex-1 basis-52">
              {block.creatorId ? "Blocked from this page" : "Blocked everywhere"} <span className="text-soft">by {block.rule}</span>
            </span>
            <ActDialog act="liftBlock" id={block.id} label="Lift" title="Let them buy again?" description={`${fan.name} can pay at once.`} confirm="Lift" done="Lifted." />
          </li>
        ))}
      </ul>
      <p className="mt-1.5">
        <Link href={`/admin/audit?subject=${fan.userId}`} className="link">
          Them in the audit trail
        </Link>
      </p>
    </Part>
  );
}
