import { tonesOf } from "../accent";
import { cx } from "../cx";
import { initialOf } from "./avatar";

/** Where art would be, before there is any: a sheet of the name's own colour with its first letter cut by the edge. */
export function NoArt({ name, className }: { name: string; className?: string }) {
  const { ground, letter } = tonesOf(name);
  return (
    <svg aria-hidden="true" viewBox="0 0 4 5" preserveAspectRatio="xMidYMid slice" className={cx("block", className)} style={{ backgroundColor: ground }}>
      <text x="2.6" y="4.1" textAnchor="middle" fill={letter} className="poster" fontSize="5">
        {initialOf(name)}
      </text>
    </svg>
  );
}
