import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/app/_ui/cx";
import { Wordmark } from "@/app/_ui/surfaces/wordmark";
import { stepNames, steps, type StepName } from "./steps";

type Props = { step: StepName; done: StepName[]; children: ReactNode };

/** One step at a time; those that are done are ticked and can be opened again. */
export function WelcomeFrame({ step, done, children }: Props) {
  const { title, lead } = steps[step];
  const at = stepNames.indexOf(step) + 1;
  return (
    <main id="main" tabIndex={-1} className="mx-auto min-h-dvh w-full max-w-[640px] px-5 py-5 outline-none lg:py-8">
      <div className="flex items-center justify-between">
        <Wordmark />
        {done.length > 0 && (
          <Link href="/studio" className="rounded-s text-small font-medium text-soft hover:text-ink">
            Go on later
          </Link>
        )}
      </div>
      <ol aria-label="Steps" className="mt-8 grid grid-cols-4 gap-2">
        {stepNames.map((name) => (
          <Step key={name} name={name} here={name === step} done={done.includes(name)} open={done.includes("name") && name !== "name"} />
        ))}
      </ol>
      <p className="num mt-8 text-small text-soft">
        Step {at} of {stepNames.length}
      </p>
      <h1 className="poster mt-1 text-name">{title}</h1>
      <p className="mt-3 text-soft">{lead}</p>
      <div className="mt-8">{children}</div>
    </main>
  );
}

function Step({ name, here, done, open }: { name: StepName; here: boolean; done: boolean; open: boolean }) {
  const inside = (
    <>
      <span aria-hidden="true" className={cx("block h-1 rounded-full", done ? "bg-in" : here ? "bg-ink" : "bg-line")} />
      <span className={cx("mt-2 flex items-center gap-1.5 text-small font-medium", here ? "text-ink" : "text-soft")}>
        {steps[name].short}
        {done && <Check aria-hidden="true" className="size-4 text-in" />}
        {done && <span className="sr-only">done</span>}
      </span>
    </>
  );
  return (
    <li aria-current={here ? "step" : undefined}>
      {open && !here ? (
        <Link href={`/studio/welcome?step=${name}`} className="block rounded-s">
          {inside}
        </Link>
      ) : (
        inside
      )}
    </li>
  );
}
