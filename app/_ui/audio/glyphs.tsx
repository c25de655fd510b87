/** Solid play and pause: an outline is too faint on a coloured disc. */
export function PlayGlyph() {
  return (
    <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <path d="M6 3.6c0-.9 1-1.5 1.8-1l9 6.4c.7.5.7 1.5 0 2l-9 6.4c-.8.5-1.8 0-1.8-1Z" />
    </svg>
  );
}
export function PauseGlyph() {
  return (
    <svg viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      <rect x="4.5" y="3" width="4" height="14" rx="1.2" />
      <rect x="11.5" y="3" width="4" height="14" rx="1.2" />
    </svg>
  );
}
