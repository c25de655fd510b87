"use client";

import { useState } from "react";
import { api } from "@/app/_client/api";
import { useSend } from "@/app/_client/use-send";
import { Button } from "@/app/_ui/controls/button";

type Report = NonNullable<Awaited<ReturnType<typeof ask>>["data"]>;
const ask = (year: number) => api.POST("/api/v1/tax-years/{year}/run", { params: { path: { year } }, body: { dryRun: true } });

/** Asks what a run would make, and shows it; nothing is written. */
export function DryRun({ year, disabled }: { year: number; disabled: boolean }) {
  const [report, setReport] = useState<Report>();
  const { pending, general, send } = useSend();
  return (
    <div className="grid gap-3">
      <div>
        <Button size="small" pending={pending} pendingText="Computing…" disabled={disabled} onClick={() => void send(() => ask(year), setReport)}>
          Dry run
        </Button>
      </div>
      {general && (
        <p role="alert" className="text-danger">
          {general}
        </p>
      )}
      {report && <Outcome report={report} />}
    </div>
  );
}

function Outcome({ report }: { report: Report }) {
  const rows = [
    ["Creators looked at", report.creators], ...Object.entries(report.forms).flatMap(([form, { federal, stateOnly }]) => [[`${form}: over the federal threshold`, federal], [`${form}: other offices only`, stateOnly]] as [string, number][]),
    ["New documents", report.made], ["Drafts that would change", report.updated], ["As they are", report.unchanged], ["Issued ones that need a correction", report.needCorrection], ["Without a tax number", report.missingTin], ["To be looked at", report.reviews],
  ] as [string, number][];
  return (
    <div role="status">
      {!report.done && <p className="mb-1 text-held">It took too long and stopped on its way: these are the first of them.</p>}
      <dl className="num divide-y divide-line border-y border-line">
        {rows.map(([label, value]) => (
          <div key={label} className="flex justify-between gap-4 py-1.5">
            <dt className={value === 0 ? "text-soft" : ""}>{label}</dt>
            <dd className={value === 0 ? "text-soft" : "font-semibold"}>{value.toLocaleString("en-US")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
