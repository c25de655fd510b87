import { AppError, InvalidInput } from "@/lib/platform/errors";

export class PostIsEmpty extends AppError {
  constructor(postId: string) {
    super("conflict", "Add words, a picture or a sound before you publish.", { internal: `post ${postId} has no body and no media` });
  }
}

export class MediaNotReady extends AppError {
  constructor(refused: boolean) {
    super("conflict", refused ? "One of the files could not be used. Take it out, then publish." : "A file is still being prepared. Publish when it is done.");
  }
}

export class PublishAtIsPast extends InvalidInput {
  constructor() {
    super("body.publishAt", "This moment has passed. Choose a later one, or publish now.");
  }
}

export class MediaNotYours extends InvalidInput {
  constructor() {
    super("body.mediaIds", "One of these files is not yours.");
  }
}

export class MediaRefused extends InvalidInput {
  constructor() {
    super("body.mediaIds", "One of these files could not be used. Take it out.");
  }
}

export class TierNotYours extends InvalidInput {
  constructor(field: "tierId" | "includedFromTierId") {
    super(`body.${field}`, "This tier is not one of yours.");
  }
}

export class NoPrice extends InvalidInput {
  constructor(missing: boolean) {
    super("body.price", missing ? "Say what it costs." : "Only a post for those who buy it has a price.");
  }
}

/** Somebody bought what would be taken away from them. */
export class BoughtAlready extends AppError {
  constructor(what: "files" | "words") {
    super("conflict", what === "files" ? "Somebody has bought this post with its files. You can add files and put them in another order; those they bought stay." : "Somebody has bought this post with its words. Change them as you like, but leave some.");
  }
}

export class KeptByBuyers extends AppError {
  constructor() {
    super("conflict", "Those who bought this post still see it. Publish it again as it is, and add files once it is up.");
  }
}

/** For a moment it is as nobody may see it: not the time to keep it so for those who bought it. */
export class BeingChecked extends AppError {
  constructor() {
    super("conflict", "Somebody has bought this post, and the files you added are still being checked. Wait a minute, or take those files out, then try again.", { retryAfterSeconds: 60, headers: { "retry-after": "60" } });
  }
}
