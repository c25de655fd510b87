import { cache } from "react";
import { pageContext } from "@/app/_server/page-context";
import { creatorByHandle } from "@/lib/content/creators";

/** Asked by the head of the document and by the page; read once. */
export const creatorNamed = cache(async (handle: string) => creatorByHandle((await pageContext()).db, handle.toLowerCase()));
