import { Fragment } from "react";
import { linksIn } from "./links-in";

/** People's words: paragraphs, their own line breaks, and addresses one can follow. Never markup. */
export function Prose({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/u).map((part) => part.trim()).filter(Boolean);
  return (
    <div dir="auto" className="grid max-w-[62ch] gap-4 text-large text-pretty wrap-anywhere">
      {paragraphs.map((paragraph, i) => (
        // Words have no identity of their own; they never change places.
        <p key={i} className="whitespace-pre-line">
          {linksIn(paragraph).map((piece, k) =>
            piece.url ? (
              <a key={k} href={piece.url} rel="ugc nofollow noopener" target="_blank" className="link">
                {piece.text}
              </a>
            ) : (
              <Fragment key={k}>{piece.text}</Fragment>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
