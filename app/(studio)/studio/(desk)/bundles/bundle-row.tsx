import Link from "next/link";
import type { FeeRules } from "@/app/_ui/fee-split";
import { Chip, type ChipTone } from "@/app/_ui/surfaces/chip";
import type { BundleView } from "@/lib/commerce/bundles";
import { formatMoney } from "@/lib/platform/money/format";
import { BundleActions } from "./bundle-actions";
import type { Choice } from "./bundle-form";

type Props = { bundle: BundleView; posts: Choice[]; rules: FeeRules };

function stateOf({ archived, forSale }: BundleView): { label: string; tone: ChipTone } {
  if (archived) return { label: "Archived", tone: "plain" };
  return forSale ? { label: "For sale", tone: "in" } : { label: "Not sold now", tone: "held" };
}

export function BundleRow({ bundle, posts, rules }: Props) {
  const { id, title, creator, apart, price, currency, words } = bundle;
  const { label, tone } = stateOf(bundle);
  const say = (amount: number) => formatMoney({ amount, currency }, { trim: true });
  return (
    <li className="flex items-center gap-3.5 border-t border-line py-3.5">
      <div className="min-w-0 flex-1">
        <Link href={`/c/${creator.handle}/bundles/${id}`} className="w-fit rounded-s font-semibold wrap-anywhere hover:underline hover:underline-offset-4">
          {title}
        </Link>
        <p className="num mt-0.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-soft">
          <Chip tone={tone}>{label}</Chip>
          <span>{bundle.posts.length === 1 ? "1 post" : `${bundle.posts.length} posts`}</span>
          <span>{`${say(apart)} apart, ${say(price)} together`}</span>
        </p>
        {tone === "held" && <p className="mt-1 text-small text-soft">{apart < price ? "Apart its posts cost less than together. Lower the price." : "Too few of its posts are for sale. Add some, or publish them again."}</p>}
      </div>
      <BundleActions bundle={{ id, title, words, price, archived: bundle.archived, postIds: bundle.posts.map((post) => post.id) }} posts={posts} rules={rules} />
    </li>
  );
}
