import { Chip } from "@/app/_ui/surfaces/chip";
import { buttonClass } from "@/app/_ui/controls/button-class";
import { DateTime } from "@/app/_ui/time/date-time";
import { type DisputeDetail, weakBelow } from "@/lib/commerce/disputes";
import { Facts, Part } from "../../_parts/part";

/** The evidence as it stands: what counted for it and against it, what the creator added, and the paper the bank gets. */
export function Evidence({ dispute: { id, strength, because, additions } }: { dispute: DisputeDetail }) {
  return (
    <Part
      title="Evidence"
      sum={
        <span className="flex items-center gap-3">
          {strength !== null && <Chip tone={strength >= weakBelow ? "in" : "held"}>strength {strength} of 100</Chip>}
          <a href={`/api/v1/disputes/${id}/paper`} target="_blank" rel="noreferrer" className={buttonClass("quiet", "small")}>
            Open the PDF
          </a>
        </span>
      }
      lead="The paper tells of a fan: who opens it is noted."
    >
      {because.length === 0 ? <p className="border-t border-line py-2.5 text-soft">It has not been weighed yet.</p> : <Weighed because={because} />}
      {additions.length > 0 && (
        <>
          <h3 className="mt-4 mb-1.5 font-semibold">Added by the creator</h3>
          <Facts rows={additions.map((one) => ({ label: one.fileName ? "A file" : "Words", value: <>{one.fileName ?? one.text}{!one.ready && " (has not arrived)"} <span className="text-soft"><DateTime date={one.createdAt} style="moment" /></span></> }))} />
        </>
      )}
    </Part>
  );
}

function Weighed({ because }: { because: DisputeDetail["because"] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {because.map(({ words, points }) => (
        <li key={words} className="grid grid-cols-[3rem_minmax(0,1fr)] py-2">
          <span className={points > 0 ? "num text-in" : "num text-danger"}>{points > 0 ? `+${points}` : `−${-points}`}</span>
          {words}
        </li>
      ))}
    </ul>
  );
}
