"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { formatLocalMoment } from "@/app/_ui/date-format";
import { notify } from "@/app/_ui/overlays/toast";
import { useAttachments, type Attachment } from "./use-attachments";

export type Audience = "public" | "followers" | "tier" | "paid";
/** What it costs as it stands in the field: an amount, or why it is none. */
export type Price = { amount: number | null; reason?: string | undefined };
export type Words = { title: string; body: string; audience: Audience; tierId: string | null; price: Price; includedFromTierId: string | null; publishAt: string };
export type Start = { postId?: string; status: "draft" | "in_review" | "scheduled" | "published"; words: Words; attachments: Attachment[] };

/** What leaves for the server; files only when they changed, since new ones are looked at anew. */
function bodyOf({ title, body, audience, tierId, price, includedFromTierId }: Words) {
  const said = { title, body, audience, tierId: audience === "tier" ? tierId : null };
  return audience === "paid" ? { ...said, price: price.amount, includedFromTierId } : said;
}

const idsOf = (list: Attachment[]) => list.flatMap((one) => (one.mediaId ? [one.mediaId] : []));
const snapshot = (words: Words, list: Attachment[]) => JSON.stringify([words, idsOf(list), list.map((one) => one.altText)]);

/** A post while it is being written: what it says, where it is kept, and the ways to let it go. */
export function useComposer({ postId, status, words: initial, attachments: given }: Start) {
  const router = useRouter();
  const { formRef, ...sending } = useSend(["title", "body", "tierId", "price", "includedFromTierId", "publishAt"]);
  const attachments = useAttachments(given);
  const { list } = attachments;
  const [words, setWords] = useState(initial);
  const saved = useRef({ id: postId, media: idsOf(given).join() });
  const [kept, setKept] = useState(() => ({ text: snapshot(initial, given), media: idsOf(given) }));
  const [doing, setDoing] = useState<"save" | "publish">();

  const busy = list.some((one) => one.state === "sending" || one.state === "checking");
  useWarning(busy || snapshot(words, list) !== kept.text);

  /** Creates the draft or changes the post, with what is said of its pictures. False: something did not go through. */
  async function keep(): Promise<boolean> {
    const described = await Promise.all(list.map((one) => attachments.describe(one)));
    const mediaIds = idsOf(list);
    const id = saved.current.id;
    const body = { ...bodyOf(words), ...(!id || mediaIds.join() !== saved.current.media ? { mediaIds } : {}) };
    const done = id
      ? await sending.send(() => api.PATCH("/api/v1/posts/{postId}", { params: { path: { postId: id } }, body }))
      : await sending.send(
          () => api.POST("/api/v1/posts", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body }),
          (made) => {
            saved.current.id = made?.id;
            // A reload comes back to this draft; the page itself stays as it is.
            if (made) window.history.replaceState(null, "", `/studio/posts/${made.id}`);
          },
        );
    if (!done) return false;
    saved.current.media = mediaIds.join();
    if (described.includes(false)) notify.failed("A picture's description was not kept. Try again.");
    else setKept({ text: snapshot(words, list), media: mediaIds });
    return !described.includes(false);
  }

  async function save() {
    setDoing("save");
    if (await keep()) notify.done(status === "draft" ? "Draft kept." : "Saved.");
    setDoing(undefined);
  }

  async function publish() {
    setDoing("publish");
    const id = (await keep()) ? saved.current.id : undefined;
    if (id) {
      const at = words.publishAt ? new Date(words.publishAt) : undefined;
      await sending.send(
        () => api.POST("/api/v1/posts/{postId}/publication", { params: { path: { postId: id } }, body: at ? { publishAt: at.toISOString() } : {} }),
        () => {
          notify.done(at ? `Scheduled for ${formatLocalMoment(at)}.` : "Published.", { action: { label: "See it", onClick: () => router.push(`/p/${id}`) } });
          router.push("/studio/posts");
          router.refresh();
        },
      );
    }
    setDoing(undefined);
  }

  const refused = list.some((one) => one.state === "refused");
  const empty = list.length === 0 && !words.title.trim() && !words.body.trim();
  const unpriced = words.audience === "paid" && words.price.amount === null;
  const newFiles = list.some((one) => one.state !== "refused" && !(one.mediaId && kept.media.includes(one.mediaId)));
  return { formRef, words, set: (part: Partial<Words>) => setWords((all) => ({ ...all, ...part })), attachments, sending, save, publish, doing, busy, refused, empty, unpriced, newFiles };
}

export type Composing = Omit<ReturnType<typeof useComposer>, "formRef">;

/** The browser asks before words that were not kept are closed. */
function useWarning(dirty: boolean) {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
