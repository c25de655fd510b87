import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { deadLetterCount, lanes, queueDepths } from "@/lib/platform/jobs";
import { adminContext } from "../../_parts/admin-context";
import { Part } from "./part";

export async function Queues() {
  const { db } = await adminContext();
  const [depths, dead] = await Promise.all([queueDepths(db), deadLetterCount(db)]);
  const byLane = new Map(depths.map((one) => [one.lane, one]));
  return (
    <Part title="Queues" sum={<Chip tone={dead ? "danger" : "in"}>{dead === 0 ? "no dead letters" : dead === 1 ? "one dead letter" : `${dead.toLocaleString("en-US")} dead letters`}</Chip>}>
      <Table caption="Jobs waiting and at work, by lane">
        <thead>
          <tr>
            <Th>Lane</Th>
            <Th numeric>Waiting</Th>
            <Th numeric>At work</Th>
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane) => (
            <Tr key={lane}>
              <Td className="w-full font-medium">{lane}</Td>
              <Td numeric>{(byLane.get(lane)?.waiting ?? 0).toLocaleString("en-US")}</Td>
              <Td numeric>{(byLane.get(lane)?.active ?? 0).toLocaleString("en-US")}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Part>
  );
}
