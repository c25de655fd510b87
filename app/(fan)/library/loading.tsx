import { PageHead } from "@/app/_ui/surfaces/page-head";
import { CardSkeletons, WallSkeleton } from "@/app/_ui/surfaces/skeleton";

export default function Loading() {
  return (
    <>
      <PageHead title="Library" />
      <CardSkeletons />
      <div className="mt-12">
        <WallSkeleton count={5} />
      </div>
    </>
  );
}
