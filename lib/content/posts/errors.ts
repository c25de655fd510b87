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
  constructor() {
    super("body.tierId", "This tier is not one of yours.");
  }
}
