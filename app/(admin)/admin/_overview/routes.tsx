import { cx } from "@/app/_ui/cx";
import { Table, Td, Th, Tr } from "@/app/_ui/surfaces/table";
import { readMetrics } from "@/lib/platform/metrics";
import { Part } from "./part";

/** What this one process has answered since it started; other processes count for themselves. */
export function Routes() {
  const slowest = Object.entries(readMetrics())
    .sort(([, a], [, b]) => b.meanMs - a.meanMs)
    .slice(0, 12);
  return (
    <div className="mt-8">
      <Part title="Slowest work of this process">
        {slowest.length === 0 ? (
          <p className="border-t border-line px-2 py-4 text-soft">It has just started and has answered nothing yet.</p>
        ) : (
          <Table caption="Slowest work of this process since it started">
            <thead>
              <tr>
                <Th>What</Th>
                <Th numeric>Times</Th>
                <Th numeric>Errors</Th>
                <Th numeric>Mean ms</Th>
                <Th numeric>Worst ms</Th>
              </tr>
            </thead>
            <tbody>
              {slowest.map(([name, one]) => (
                <Tr key={name}>
                  <Td className="w-full min-w-44 wrap-anywhere">{name}</Td>
                  <Td numeric>{one.count.toLocaleString("en-US")}</Td>
                  <Td numeric className={cx(one.errors > 0 && "font-semibold text-danger")}>{one.errors.toLocaleString("en-US")}</Td>
                  <Td numeric className="font-semibold">{Math.round(one.meanMs).toLocaleString("en-US")}</Td>
                  <Td numeric className="text-soft">{Math.round(one.maxMs).toLocaleString("en-US")}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Part>
    </div>
  );
}
