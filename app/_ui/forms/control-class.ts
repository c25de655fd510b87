/** The box that text is typed into, shared by input, textarea and select. */
export const controlClass =
  "w-full rounded-m border border-outline bg-surface px-3.5 text-text text-ink placeholder:text-soft transition-colors " +
  "hover:border-ink focus-visible:border-ink aria-invalid:border-danger disabled:opacity-60 disabled:bg-raised";
