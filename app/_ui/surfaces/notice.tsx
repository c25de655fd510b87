import { CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx";

type Tone = "plain" | "held" | "danger" | "in";
const looks = {
  plain: { box: "border-line bg-raised", icon: "text-soft", Icon: Info },
  held: { box: "border-held bg-held-wash", icon: "text-held", Icon: TriangleAlert },
  danger: { box: "border-danger bg-danger-wash", icon: "text-danger", Icon: TriangleAlert },
  in: { box: "border-line bg-raised", icon: "text-in", Icon: CircleCheck },
};

/** Something one must know before going on, with what to do about it at the right. */
export function Notice({ tone = "plain", title, children, action }: { tone?: Tone; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  const { box, icon, Icon } = looks[tone];
  return (
    <div className={cx("flex flex-wrap items-start gap-x-4 gap-y-3 rounded-m border px-4 py-3.5", box)}>
      <Icon aria-hidden="true" className={cx("mt-0.5 size-5 shrink-0", icon)} />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">{title}</p>
        {children && <div className="text-small text-soft">{children}</div>}
      </div>
      {action && <div className="flex gap-2 self-center">{action}</div>}
    </div>
  );
}
