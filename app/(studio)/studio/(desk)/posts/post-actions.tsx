"use client";

import { Ellipsis, Eye, PenLine, Pin, PinOff, Trash2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { api, problemOf } from "@/app/_client/api";
import { Button } from "@/app/_ui/controls/button";
import { IconButton } from "@/app/_ui/controls/icon-button";
import { Dialog } from "@/app/_ui/overlays/dialog";
import { Menu, type MenuItem } from "@/app/_ui/overlays/menu";
import { notify } from "@/app/_ui/overlays/toast";

type Props = { post: { id: string; name: string; status: string; pinned: boolean; /** It has a price: somebody may have bought it. */ paid: boolean } };
type Answer = { error?: unknown; response: Response };

export function PostActions({ post }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const path = { params: { path: { postId: post.id } } };

  const act = async (call: () => Promise<Answer>, said: string) => {
    setPending(true);
    const { error, response } = await call().catch((thrown: unknown): Answer => ({ error: thrown, response: Response.error() }));
    setPending(false);
    setAsking(false);
    if (error !== undefined || !response.ok) { notify.failed(problemOf(error).detail); return; }
    notify.done(said);
    router.refresh();
  };

  const out = post.status !== "draft";
  const items: MenuItem[] = [
    { label: "Edit", icon: <PenLine />, href: `/studio/posts/${post.id}` },
    ...(post.status === "published" ? [{ label: "See it", icon: <Eye />, href: `/p/${post.id}` }] : []),
    { label: post.pinned ? "Unpin" : "Pin to the top", icon: post.pinned ? <PinOff /> : <Pin />, onSelect: () => void act(() => api.PATCH("/api/v1/posts/{postId}", { ...path, body: { pinned: !post.pinned } }), post.pinned ? "Unpinned." : "It stands at the top of your page.") },
    ...(out ? [{ label: "Take back to draft", icon: <Undo2 />, onSelect: () => void act(() => api.DELETE("/api/v1/posts/{postId}/publication", path), post.paid ? "Taken back. It is a draft again; those who bought it see it still." : "Taken back. It is a draft again.") }] : []),
    { label: "Delete…", icon: <Trash2 />, danger: true, divide: true, onSelect: () => setAsking(true) },
  ];
  return (
    <>
      <Menu label={`What to do with ${post.name}`} items={items} trigger={<IconButton label={`More for ${post.name}`} icon={<Ellipsis />} />} />
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete this post?"
        description={`“${post.name}” goes with its words and files, for you and everyone${post.paid ? " but those who bought it" : ""}. It cannot be brought back. To hide it, take it back to draft instead.`}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Leave it</Button>
            <Button variant="danger" pending={pending} pendingText="Deleting…" onClick={() => void act(() => api.DELETE("/api/v1/posts/{postId}", path), "Deleted.")}>
              Delete for good
            </Button>
          </>
        }
      />
    </>
  );
}
