import { minutes } from "@/lib/platform/clock";

/** How much of a payment page's time must be left for it to be handed out again. */
const handedOutMs = minutes(10);
/** The provider opens no page for less than half an hour: a row whose page was never opened is of use only while it has a little more. */
const openableMs = minutes(35);

/** Whether an open checkout or order can still be paid on; or, where the provider did not answer before, opened. */
export const isPayable = ({ url, expiresAt }: { url: string | null; expiresAt: Date }, now: Date): boolean => expiresAt.getTime() - now.getTime() > (url === null ? openableMs : handedOutMs);
