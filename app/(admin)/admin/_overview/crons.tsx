import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { TimeAgo } from "@/app/_ui/time/time-ago";
import { cronsWithLastRun } from "@/lib/operations/overview";
import { adminContext } from "../../_parts/admin-context";
import { sayCron } from "../../_parts/say-cron";
import { Part } from "./part";

type State = Awaited<ReturnType<typeof cronsWithLastRun>>[number];

export async function Crons() {
  const { db, now } = await adminContext();
  const crons = await cronsWithLastRun(db);
  const failed = crons.filter((one) => one.error).length;
  return (
    <Part title="Scheduled jobs" sum={<Chip tone={failed ? "danger" : "in"}>{failed ? `${failed} failed last time` : "none failed last time"}</Chip>}>
      <Table caption="Scheduled jobs and their last run">
        <thead>
          <tr>
            <Th>Job</Th>
            <Th>When</Th>
            <Th numeric>Last run</Th>
            <Th>How it went</Th>
          </tr>
        </thead>
        <tbody>
          {crons.map((one) => (
            <Tr key={one.job}>
              <Td className="w-full">
                <span className="font-medium whitespace-nowrap">{one.job}</span>
                <span className="block text-soft">{one.error ?? one.what}</span>
              </Td>
              <Td className="whitespace-nowrap text-soft">{sayCron(one.schedule)}</Td>
              <Td numeric>{one.startedAt ? <TimeAgo date={one.startedAt} now={now} /> : <span className="text-soft">never yet</span>}</Td>
              <Td>
                <How one={one} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}

function How({ one: { startedAt, finishedAt, error } }: { one: State }) {
  if (!startedAt) return <Chip>waiting</Chip>;
  if (error) return <Chip tone="danger">failed</Chip>;
  if (!finishedAt) return <Chip tone="held">running</Chip>;
  const ms = finishedAt.getTime() - startedAt.getTime();
  return <Chip tone="in">{ms < 1_000 ? `${Math.max(0, ms)} ms` : `${(ms / 1_000).toFixed(1)} s`}</Chip>;
}
