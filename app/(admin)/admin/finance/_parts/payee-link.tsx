import Link from "next/link";

/** A creator: pressed, their bookings. */
export function PayeeLink({ payee: { creatorId, name, handle } }: { payee: { creatorId: string; name: string; handle: string } }) {
  return (
    <span className="min-w-0">
      <Link href={`/admin/finance/ledger?creator=${creatorId}`} dir="auto" className="font-medium hover:underline hover:underline-offset-3">
        {name}
      </Link>{" "}
      <span className="text-tiny text-soft">@{handle}</span>
    </span>
  );
}
