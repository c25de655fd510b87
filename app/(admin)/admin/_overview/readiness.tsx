import { Chip } from "@/app/_ui/surfaces/chip";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { checkReadiness, type Dependency } from "@/lib/operations/readiness";
import { Part } from "./part";

const states = { up: { label: "up", tone: "in" }, down: { label: "down", tone: "danger" }, not_configured: { label: "not set up", tone: "held" } } as const;

export async function Readiness() {
  const all = await checkReadiness();
  const down = all.filter((one) => one.state === "down").length;
  return (
    <Part title="Dependencies" sum={<Chip tone={down ? "danger" : "in"}>{down ? `${down} down` : "nothing is down"}</Chip>}>
      <Table caption="Readiness of each dependency">
        <thead>
          <tr>
            <Th>Asked just now</Th>
            <Th>State</Th>
            <Th numeric>ms</Th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <Row key={one.name} one={one} />
          ))}
        </tbody>
      </Table>
    </Part>
  );
}

function Row({ one: { name, state, ms, essential, problem } }: { one: Dependency }) {
  return (
    <Tr>
      <Td className="w-full">
        <span className="font-medium first-letter:uppercase">{name}</span>
        {essential && <span className="text-soft">, nothing works without it</span>}
        {problem && <span className="block text-soft wrap-anywhere">{problem}</span>}
      </Td>
      <Td>
        <Chip tone={states[state].tone}>{states[state].label}</Chip>
      </Td>
      <Td numeric>{state === "not_configured" ? "" : ms}</Td>
    </Tr>
  );
}
