import { formatDate, timeAgo } from "../date-format";

type Props = { date: Date | string; now?: Date; className?: string };

/** "3 days ago", with the exact moment on hover. In a client component the minute may have passed since the server spoke. */
export function TimeAgo({ date, now, className }: Props) {
  const at = new Date(date);
  return (
    <time dateTime={at.toISOString()} title={formatDate(at, "moment")} suppressHydrationWarning className={className}>
      {timeAgo(at, now)}
    </time>
  );
}
