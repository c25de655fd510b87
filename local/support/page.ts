const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** The plain page all local services share: readable, light and dark, no scripts. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>
:root{color-scheme:light dark;--line:color-mix(in oklch,currentColor 16%,transparent);--quiet:color-mix(in oklch,currentColor 62%,transparent)}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:1.35rem;margin:0 0 .25rem}h2{font-size:1.05rem;margin:0}p{margin:.4rem 0}small,.quiet{color:var(--quiet)}
article,form{border:1px solid var(--line);border-radius:12px;padding:1rem;margin:1rem 0}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:14px/1.5 ui-monospace,monospace;margin:.5rem 0 0}
iframe{width:100%;height:22rem;border:1px solid var(--line);border-radius:8px;background:#fff;margin-top:.75rem}
label{display:block;margin:.75rem 0 .25rem}input{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;border:1px solid var(--line);border-radius:8px}
button{font:inherit;padding:.6rem 1rem;border-radius:8px;border:1px solid var(--line);margin-top:1rem;cursor:pointer}a{color:LinkText}
summary{cursor:pointer;margin-top:.5rem}li{overflow-wrap:anywhere}
</style></head><body>${body}</body></html>`;
}
