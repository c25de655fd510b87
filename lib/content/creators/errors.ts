import { AppError, InvalidInput } from "@/lib/platform/errors";

export class HandleTaken extends InvalidInput {
  constructor() {
    super("body.handle", "This address is taken.");
  }
}

export class HasPageAlready extends AppError {
  constructor() {
    super("conflict", "You have a page already.");
  }
}

export class ArtNotUsable extends InvalidInput {
  constructor() {
    super("body.artMediaId", "This picture is not one of yours, or is not ready yet.");
  }
}

export class AdultNotOpen extends InvalidInput {
  constructor() {
    super("body.rating", "Pages rated adult open together with age checks. Until then we cannot publish them.");
  }
}
