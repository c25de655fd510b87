import type { ReactNode } from "react";
import type { FeeSplit } from "../fee-split";
import { formatMoney } from "@/lib/platform/money/format";

type Props = {
  split: FeeSplit;
  currency?: string;
  /** "to the artist" in public, "yours" in the studio. */
  voice?: "fan" | "artist";
  /** "line" is one row under the bar, "list" a row for each part. */
  layout?: "line" | "list";
  platformLabel?: string;
  /** Of a list: what is left, when it is not one's own alone. */
  netLabel?: string | undefined;
  /** With whom what is left is shared, when it is. */
  sharedLabel?: string;
  /** At the end of the line: the link to the whole truth. */
  more?: ReactNode;
};

/** The bar that shows where each cent goes. Widths follow the parts; the words carry the numbers. */
export function PriceSplit({ split, currency = "usd", voice = "fan", layout = "line", platformLabel, netLabel, sharedLabel, more }: Props) {
  const say = (amount: number) => formatMoney({ amount, currency });
  return (
    <div>
      <div aria-hidden="true" className="flex h-8 gap-0.5 overflow-hidden rounded-s bg-raised">
        <i className="block bg-in transition-[flex-grow]" style={{ flexGrow: split.net, flexBasis: 0 }} />
        {split.shared !== undefined && <i className="block bg-in/50 transition-[flex-grow]" style={{ flexGrow: split.shared, flexBasis: 0 }} />}
        <i className="block bg-ink transition-[flex-grow]" style={{ flexGrow: split.platform, flexBasis: 0 }} />
        <i className="block bg-soft transition-[flex-grow]" style={{ flexGrow: split.processing, flexBasis: 0 }} />
      </div>
      {layout === "line" ? (
        <p className="num mt-2.5 flex flex-wrap gap-x-4 gap-y-0.5 text-small">
          <b className="font-semibold text-in">
            {say(split.net)} {voice === "fan" ? "to the artist" : "yours"}
          </b>
          {split.shared !== undefined && (
            <span>
              {say(split.shared)} to <bdi>{sharedLabel}</bdi>, by your split
            </span>
          )}
          <span>{say(split.platform)} DirectFanz</span>
          <span className="text-soft">{say(split.processing)} card</span>
          {more && <span className="ml-auto">{more}</span>}
        </p>
      ) : (
        <dl className="num mt-3 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-small">
          <dt className="font-semibold text-in">{netLabel ?? (voice === "fan" ? "To the artist" : "Yours")}</dt>
          <dd className="text-right font-semibold">{say(split.net)}</dd>
          {split.shared !== undefined && (
            <>
              <dt>
                To <bdi>{sharedLabel}</bdi>, by your split
              </dt>
              <dd className="text-right">{say(split.shared)}</dd>
            </>
          )}
          <dt>{platformLabel ?? "DirectFanz"}</dt>
          <dd className="text-right">{say(split.platform)}</dd>
          <dt className="text-soft">Card processing, at cost</dt>
          <dd className="text-right text-soft">{say(split.processing)}</dd>
        </dl>
      )}
    </div>
  );
}
