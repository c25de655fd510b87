import { ChartFrame } from "./frame";
import { ticks, type ChartPoint } from "./scale";

type Props = { title: string; points: ChartPoint[]; format?: (value: number) => string; valueLabel?: string; height?: number };

export function BarChart({ title, points, format = String, valueLabel = "Value", height = 200 }: Props) {
  const marks = ticks(Math.max(0, ...points.map((point) => point.value)));
  const top = marks.at(-1) ?? 1;
  return (
    <ChartFrame title={title} points={points} marks={marks} top={top} format={format} height={height} valueLabel={valueLabel} centred>
      <div aria-hidden="true" className="absolute inset-0 flex items-end">
        {points.map((point) => (
          <div key={point.label} className="flex h-full min-w-0 flex-1 items-end" title={`${point.label}: ${format(point.value)}`}>
            <div className="mx-auto w-3/4 rounded-t-[3px] bg-accent" style={{ height: `${(point.value / top) * 100}%`, minHeight: point.value > 0 ? 2 : 0 }} />
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}
