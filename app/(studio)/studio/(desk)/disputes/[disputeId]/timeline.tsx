import { LocalMoment } from "@/app/_ui/time/local-moment";
import type { DisputeDetail } from "@/lib/commerce/disputes";

/** What happened, oldest first. */
export function Timeline({ events }: { events: DisputeDetail["timeline"] }) {
  return (
    <ol className="grid">
      {events.map(({ at, what, more }, index) => (
        <li key={`${at}${index}`} className="relative grid grid-cols-[16px_1fr] gap-x-3 pb-5 last:pb-0">
          <span aria-hidden="true" className="mt-2 size-2 justify-self-center rounded-full bg-outline" />
          {index < events.length - 1 && <span aria-hidden="true" className="absolute top-5 bottom-0 left-[7.5px] w-px bg-line" />}
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{what}</p>
            {more && <p className="text-small text-soft">{more}</p>}
            <LocalMoment date={at} className="text-tiny text-soft" />
          </div>
        </li>
      ))}
    </ol>
  );
}
