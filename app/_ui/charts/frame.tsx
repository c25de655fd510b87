import type { ReactNode } from "react";
import { labelled, type ChartPoint } from "./scale";

type Props = { title: string; points: ChartPoint[]; marks: number[]; top: number; format: (value: number) => string; height: number; centred?: boolean; valueLabel: string; children: ReactNode };

/** Grid, labels and the table behind a chart. Labels are HTML: they keep their size on a phone. Those of the values have a column of their own, beside what is drawn. */
export function ChartFrame({ title, points, marks, top, format, height, centred = false, valueLabel, children }: Props) {
  const at = (i: number) => (centred ? ((i + 0.5) / points.length) * 100 : (i / Math.max(1, points.length - 1)) * 100);
  const shift = (i: number) => (centred ? "-50%" : `${-at(i)}%`);
  return (
    <figure className="m-0 min-w-0">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5">
        <Scale marks={marks} top={top} format={format} />
        <div role="img" aria-label={`${title}. The numbers are in the table below.`} className="relative" style={{ height }}>
          {marks.map((mark) => (
            <div key={mark} className="absolute inset-x-0 border-t border-line" style={{ bottom: `${(mark / top) * 100}%` }} />
          ))}
          {children}
        </div>
        <div aria-hidden="true" className="relative col-start-2 mt-2 h-5 overflow-hidden">
          {labelled(points.length).map((i) => (
            <span key={i} className="num absolute text-tiny whitespace-nowrap text-soft" style={{ left: `${at(i)}%`, translate: shift(i) }}>
              {points[i]?.label}
            </span>
          ))}
        </div>
      </div>
      <details className="mt-3 text-small">
        <summary className="w-fit rounded-s text-soft hover:text-ink">As a table</summary>
        <table className="num mt-2 w-full border-collapse">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 text-left font-medium text-soft">When</th>
              <th scope="col" className="py-1 text-right font-medium text-soft">{valueLabel}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row" className="border-t border-line py-1 text-left font-normal">{point.label}</th>
                <td className="border-t border-line py-1 text-right">{format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** What each line of the grid is worth. The widest label, unseen, gives the column its width. */
function Scale({ marks, top, format }: Pick<Props, "marks" | "top" | "format">) {
  const widest = marks.map(format).reduce((long, text) => (text.length > long.length ? text : long), "");
  return (
    <div aria-hidden="true" className="num relative text-right text-tiny text-soft">
      <span className="invisible">{widest}</span>
      {marks.map((mark) => (
        <span key={mark} className="absolute right-0 translate-y-1/2" style={{ bottom: `${(mark / top) * 100}%` }}>
          {format(mark)}
        </span>
      ))}
    </div>
  );
}
