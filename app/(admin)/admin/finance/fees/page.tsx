import type { Metadata } from "next";
import { days, later } from "@/lib/platform/clock";
import { feeBounds, listFees, noticeDays } from "@/lib/commerce/fees";
import { adminContext } from "../../../_parts/admin-context";
import { FinanceHead } from "../_parts/finance-head";
import { Part } from "../_parts/part";
import { ProposeDialog } from "./propose-dialog";
import { Schedules } from "./schedules";
import { Waiting } from "./waiting";
import { Withdrawn } from "./withdrawn";

export const metadata: Metadata = { title: "Fees" };

export default async function Fees() {
  const ctx = await adminContext();
  const { schedules, waiting, withdrawn } = await listFees(ctx);
  const [last] = schedules;
  const tomorrow = later(ctx.now, days(1)).toISOString().slice(0, 10);
  const raise = later(ctx.now, days(noticeDays + 2)).toISOString().slice(0, 10);
  return (
    <>
      <FinanceHead
        at="/admin/finance/fees"
        title="Fees"
        lead={`What we take of a sale, by the day it was paid. New fees begin on a day to come, behind all others, once two people agree; creators hear of higher ones ${noticeDays} days before. What is in force is never changed.`}
        actions={last && !waiting && <ProposeDialog last={numbersOf(last)} bounds={feeBounds} earliest={tomorrow} earliestRaise={raise} noticeDays={noticeDays} />}
      />
      {waiting && <Waiting proposal={waiting} yours={waiting.proposed?.byUserId === ctx.actor.userId} before={last?.example.net} />}
      <Part title="Schedules" className="mb-7">
        <Schedules schedules={schedules} />
      </Part>
      {withdrawn.length > 0 && (
        <Part title="Withdrawn before they began">
          <Withdrawn proposals={withdrawn} />
        </Part>
      )}
    </>
  );
}

/** What the form begins with. */
const numbersOf = ({ platformBps, estimateProcessingBps, estimateProcessingFixed }: { platformBps: number; estimateProcessingBps: number; estimateProcessingFixed: number }) => ({ platformBps, estimateProcessingBps, estimateProcessingFixed });
