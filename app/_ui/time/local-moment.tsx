"use client";

import { useSyncExternalStore } from "react";
import { formatDate, formatLocalMoment } from "../date-format";

const never = () => () => undefined;

/** A moment by the clock of whoever reads it, its zone named. The server does not know that clock: until the browser has spoken it is UTC. */
export function LocalMoment({ date, className }: { date: Date | string; className?: string }) {
  const at = new Date(date);
  const text = useSyncExternalStore(never, () => formatLocalMoment(at), () => formatDate(at, "moment"));
  return (
    <time dateTime={at.toISOString()} className={className}>
      {text}
    </time>
  );
}
