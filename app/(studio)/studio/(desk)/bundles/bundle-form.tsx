"use client";

import { useState, type SubmitEvent } from "react";
import { api } from "@/app/_client/api";
import { textOf } from "@/app/_client/text-of";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Field } from "@/app/_ui/forms/field";
import { Input } from "@/app/_ui/forms/input";
import { MoneyInput } from "@/app/_ui/forms/money-input";
import { Textarea } from "@/app/_ui/forms/textarea";
import { OwnPrice } from "@/app/_ui/money/own-price";
import { Notice } from "@/app/_ui/surfaces/notice";
import { formatMoney } from "@/lib/platform/money/format";

/** A post that can be put in. */
export type Choice = { id: string; title: string; kind: "text" | "picture" | "audio"; price: number };
export type BundleValues = { id: string; title: string; words: string; price: number; postIds: string[] };
type Props = { bundle?: BundleValues; posts: Choice[]; rules: FeeRules; submit: string; onDone: () => void };

const say = (amount: number) => formatMoney({ amount, currency: "usd" }, { trim: true });

/** A bundle, new or changed: what is in it, and what it costs beside what that costs apart. */
export function BundleForm({ bundle, posts, rules, submit, onDone }: Props) {
  const { formRef, ...sending } = useSend(["title", "words", "price", "postIds"]);
  const [inside, setInside] = useState<string[]>(bundle?.postIds ?? []);
  const [price, setPrice] = useState<{ amount: number | null; reason?: string | undefined }>({ amount: bundle?.price ?? null });
  const [left, setLeft] = useState(false);
  const apart = posts.filter(({ id }) => inside.includes(id)).reduce((sum, post) => sum + post.price, 0);
  const complaint = price.reason ?? (price.amount !== null && inside.length > 1 && price.amount > apart ? `Apart these posts cost ${say(apart)}. Together they cannot cost more.` : undefined);

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (price.amount === null || complaint) {
      setLeft(true);
      event.currentTarget.querySelector<HTMLElement>("[inputmode=decimal]")?.focus();
      return;
    }
    const form = new FormData(event.currentTarget);
    const body = { title: textOf(form, "title"), words: textOf(form, "words"), price: price.amount, postIds: inside };
    void (bundle
      ? sending.send(() => api.PATCH("/api/v1/bundles/{bundleId}", { params: { path: { bundleId: bundle.id } }, body: changesOf(bundle, body) }), onDone)
      : sending.send(() => api.POST("/api/v1/bundles", { params: { header: { "Idempotency-Key": sending.keyFor(body) } }, body: { ...body, currency: "usd" } }), onDone));
  }
  return (
    <form ref={formRef} onSubmit={save} noValidate className="grid gap-4.5">
      {sending.general && (
        <div role="alert">
          <Notice tone="danger" title={sending.general} />
        </div>
      )}
      <Field label="Name" error={sending.error("title")}>
        {(control) => <Input {...control} name="title" defaultValue={bundle?.title ?? ""} maxLength={100} required placeholder="The whole cloth" />}
      </Field>
      <Inside posts={posts} inside={inside} onInside={setInside} error={sending.error("postIds")} />
      <Field label="Price for all of them" error={(left ? (complaint ?? (price.amount === null ? "Type a price." : undefined)) : undefined) ?? sending.error("price")} hint={inside.length > 1 ? `Apart they cost ${say(apart)}.` : "Choose two posts or more first."}>
        {(control) => <MoneyInput {...control} defaultAmount={price.amount} onAmount={(amount, reason) => setPrice({ amount, reason })} onBlur={() => setLeft(true)} required />}
      </Field>
      <div aria-live="polite">{price.amount ? <OwnPrice amount={price.amount} rules={rules} /> : <p className="text-small text-soft">Type a price to see what becomes of it.</p>}</div>
      <Field label="A few words" optional error={sending.error("words")}>
        {(control) => <Textarea {...control} name="words" rows={3} maxLength={2000} defaultValue={bundle?.words ?? ""} placeholder="What belongs together, and why" />}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={sending.pending} pendingText="Saving…">
          {submit}
        </Button>
      </div>
    </form>
  );
}

/** What was not touched is not sent: a post that is off sale for a while stays in. */
function changesOf(before: BundleValues, { price, postIds, ...words }: Omit<BundleValues, "id">): Partial<BundleValues> {
  return { ...words, ...(price === before.price ? {} : { price }), ...(postIds.join() === before.postIds.join() ? {} : { postIds }) };
}

const names = { audio: "A song", picture: "A picture", text: "A text" };

function Inside({ posts, inside, onInside, error }: { posts: Choice[]; inside: string[]; onInside: (ids: string[]) => void; error: string | undefined }) {
  const toggle = (id: string) => onInside(inside.includes(id) ? inside.filter((one) => one !== id) : [...inside, id]);
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-semibold">Posts in it</legend>
      <ul className="num max-h-72 overflow-y-auto rounded-m border border-line bg-surface">
        {posts.map(({ id, title, kind, price }) => (
          <li key={id} className="border-b border-line last:border-b-0">
            <label className="flex cursor-pointer items-center gap-3 px-3.5 py-2.5 hover:bg-raised">
              <input type="checkbox" checked={inside.includes(id)} onChange={() => toggle(id)} className="size-5 shrink-0 cursor-pointer accent-[var(--ink)]" />
              <bdi className="min-w-0 flex-1 wrap-anywhere">{title || names[kind]}</bdi>
              <span className="text-soft">{say(price)}</span>
            </label>
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="mt-1.5 text-small text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
