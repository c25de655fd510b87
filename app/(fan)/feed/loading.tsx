import { PageHead } from "@/app/_ui/surfaces/page-head";
import { PostSkeletons } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <div className="mx-auto max-w-[680px]">
      <PageHead title="Feed" />
      <PostSkeletons />
    </div>
  );
}
