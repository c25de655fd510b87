import { LinkButton } from "@/app/_ui/controls/link-button";

export function PostStep({ handle }: { handle: string }) {
  return (
    <div className="grid gap-6">
      <ul className="grid gap-2">
        {["A song, even a rough one", "A picture of where you work", "Three lines on what you are making"].map((idea) => (
          <li key={idea} className="rounded-m border border-line bg-surface px-4 py-3">
            {idea}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <LinkButton href="/studio/posts/new" variant="primary" size="large">
          Write the first post
        </LinkButton>
        <LinkButton href="/studio" variant="plain" size="large">
          Go to the studio
        </LinkButton>
      </div>
      <p className="text-small text-soft">
        Your page is at <b className="font-semibold text-ink">directfanz.io/c/{handle}</b>
      </p>
    </div>
  );
}
