import { ViewTransition, type CSSProperties } from "react";
import { cx } from "../cx";

export type ArtSource = {
  src: string;
  /** Other widths of the same picture: `{ 400: url, 800: url }`. */
  widths?: Record<number, string>;
  width: number;
  height: number;
  /** A tiny data: picture, shown blurred until the real one is there. */
  placeholder?: string | null;
  /** The dominant colour, shown before even that. */
  color?: string | null;
};
type Props = {
  art: ArtSource;
  /** Empty when the words beside it say the same. */
  alt: string;
  sizes?: string;
  /** The largest thing on the first screen: fetched at once. */
  priority?: boolean;
  /** The same name on two pages: the picture grows from one place to the other. Once to a page. */
  name?: string;
  className?: string;
  style?: CSSProperties;
};

/** A picture that keeps its place while it loads. A plain img: Next's own would bring script to pages that have none. */
export function Art({ art, alt, sizes = "100vw", priority = false, name, className, style }: Props) {
  const srcSet = art.widths && Object.entries(art.widths).map(([width, url]) => `${url} ${width}w`).join(", ");
  const ground: CSSProperties = {
    backgroundColor: art.color ?? "var(--raised)",
    ...(art.placeholder ? { backgroundImage: `url("${art.placeholder}")`, backgroundSize: "cover", backgroundPosition: "center" } : {}),
  };
  const picture = (
    // eslint-disable-next-line @next/next/no-img-element -- see above
    <img
      src={art.src}
      srcSet={srcSet}
      sizes={srcSet ? sizes : undefined}
      width={art.width}
      height={art.height}
      alt={alt}
      loading={priority ? "eager" : "lazy"}
      fetchPriority={priority ? "high" : "auto"}
      decoding="async"
      className={cx("block object-cover", className)}
      style={{ ...ground, ...style }}
    />
  );
  return name ? (
    <ViewTransition name={name} share="auto" default="none">
      {picture}
    </ViewTransition>
  ) : (
    picture
  );
}
