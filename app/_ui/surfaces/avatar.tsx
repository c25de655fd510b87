import { cx } from "../cx";

type Props = { name: string; src?: string | null; size?: 20 | 28 | 36 | 44 | 64 | 96; className?: string };

/** The first letter as people see it: an emoji or a letter with its marks stays whole. */
export function initialOf(name: string): string {
  const [first] = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(name.trim());
  return (first?.segment ?? "?").toUpperCase();
}

/** Always beside the name it belongs to, so it says nothing aloud. */
export function Avatar({ name, src, size = 36, className }: Props) {
  const shape = cx("shrink-0 rounded-full object-cover bg-raised", className);
  if (src) {
    // eslint-disable-next-line @next/next/no-img-element -- a small picture of known size
    return <img src={src} width={size} height={size} alt="" loading="lazy" decoding="async" className={shape} style={{ width: size, height: size }} />;
  }
  return (
    <span aria-hidden="true" className={cx(shape, "grid place-items-center border border-line font-semibold text-soft")} style={{ width: size, height: size, fontSize: Math.round(size * 0.42) }}>
      {initialOf(name)}
    </span>
  );
}
