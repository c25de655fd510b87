import Link from "next/link";

const ways: Record<string, (id: string) => string> = {
  pyt: (id) => `/admin/finance/payouts/${id}`,
  dsp: (id) => `/admin/finance/disputes/${id}`,
  len: (id) => `/admin/finance/ledger/${id}`,
  rec: (id) => `/admin/finance/reconciliation/${id}`,
};

/** An id of ours or the provider's: the way to what it names, or to its bookings. Long ones show their ends. */
export function IdLink({ id, label }: { id: string; label?: string }) {
  const way = ways[id.slice(0, 3)];
  const ours = /^\w{3}_\w{26}$/u.test(id);
  return (
    <Link href={way && ours ? way(id) : `/admin/finance/ledger?id=${encodeURIComponent(id)}`} title={id} className="link num whitespace-nowrap">
      {label ?? (ours ? `${id.slice(0, 4)}…${id.slice(-6)}` : id)}
    </Link>
  );
}
