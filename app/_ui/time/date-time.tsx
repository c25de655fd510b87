import { formatDate, type DateStyle } from "../date-format";

export function DateTime({ date, style = "day", className }: { date: Date | string; style?: DateStyle; className?: string }) {
  const at = new Date(date);
  return (
    <time dateTime={at.toISOString()} title={style === "moment" ? undefined : formatDate(at, "moment")} className={className}>
      {formatDate(at, style)}
    </time>
  );
}
