/** A stage door after the show: brick, a lamp, a slip of paper under the handle. Drawn with the tokens only. */
export function StageDoor({ className }: { className?: string }) {
  const rows = Array.from({ length: 21 }, (_, i) => i);
  return (
    <svg viewBox="0 0 300 420" className={className} role="img" aria-label="A closed stage door under a lamp">
      <g className="stroke-line" strokeWidth="1.5" fill="none">
        {rows.map((i) => (
          <path key={i} d={`M0 ${i * 20}H300${[0, 1, 2, 3, 4].map((k) => `M${k * 60 + (i % 2) * 30 + 15} ${i * 20}v20`).join("")}`} />
        ))}
      </g>
      <path d="M60 420V104h180v316Z" className="fill-paper" />
      <path d="M72 420V116h156v304Z" className="fill-ink" />
      <path d="M150 46 40 420h220Z" className="fill-signal" opacity="0.2" />
      <g fill="none" className="stroke-paper" strokeWidth="2" opacity="0.35">
        <rect x="88" y="134" width="124" height="112" rx="3" />
        <rect x="88" y="266" width="124" height="134" rx="3" />
      </g>
      <path d="M126 44h48l10 20h-68Z" className="fill-ink" />
      <path d="M150 24v20" className="stroke-ink" strokeWidth="5" />
      <ellipse cx="150" cy="66" rx="18" ry="7" className="fill-signal" />
      <rect x="94" y="78" width="112" height="20" rx="3" className="fill-ink" />
      <text x="150" y="92.5" textAnchor="middle" className="poster fill-paper" fontSize="13" style={{ letterSpacing: "0.12em" }}>
        STAGE DOOR
      </text>
      <path d="M198 262h10v22h-10z" className="fill-signal" />
      <g transform="rotate(-4 150 196)">
        <rect x="112" y="164" width="76" height="58" className="fill-paper" />
        <text x="150" y="191" textAnchor="middle" className="poster fill-ink" fontSize="21">
          404
        </text>
        <path d="M122 200h56M122 208h38" className="stroke-soft" strokeWidth="2" />
        <circle cx="150" cy="169" r="2.6" className="fill-signal" />
      </g>
    </svg>
  );
}
