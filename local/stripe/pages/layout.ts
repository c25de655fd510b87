/** Markup that is safe to send: made by `html`, which escapes everything put into it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | Html[] | string | number | null | undefined | false;

/** A template whose values are escaped, unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, piece, index) => text + render(parts[index - 1]) + piece));
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map((one) => one.text).join("");
  return escape(String(part));
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

const style = `
  :root { color-scheme: light dark; --ground: light-dark(#f6f8fa, #14171c); --card: light-dark(#fff, #1d2128); --ink: light-dark(#1a1f36, #eceef2);
    --quiet: light-dark(#545b70, #a5adbd); --line: light-dark(#c9ced9, #454c5a); --accent: light-dark(#4b45c6, #a7a2ff); --on-accent: light-dark(#fff, #14171c); --bad: light-dark(#b3093c, #ff8fa8); }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
  main { max-width: 27rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
  main.wide { max-width: 70rem; }
  .test { background: #ffd98a; color: #3d2c00; text-align: center; padding: .375rem 1rem; font-size: .875rem; font-weight: 600; }
  .card { background: var(--card); border-radius: 12px; padding: 1.25rem; margin-top: 1rem; box-shadow: 0 1px 3px rgb(0 0 0 / .12); }
  h1 { font-size: 1.25rem; margin: .5rem 0; } h2 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
  .amount { font-size: 2rem; font-weight: 700; line-height: 1.2; margin: 0; } .quiet { color: var(--quiet); margin: .25rem 0; font-size: .9375rem; }
  label { display: block; font-weight: 600; font-size: .875rem; margin: .75rem 0 .25rem; }
  input, select { width: 100%; font: inherit; padding: .625rem .75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: inherit; min-height: 44px; }
  input[type=checkbox] { width: 1.25rem; min-height: 0; height: 1.25rem; }
  .row { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
  button, .button { display: block; width: 100%; font: inherit; font-weight: 600; text-align: center; text-decoration: none; padding: .75rem; min-height: 48px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); cursor: pointer; margin-top: 1rem; }
  button.second { background: transparent; color: var(--ink); border: 1px solid var(--line); }
  button:disabled { opacity: .6; } a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .problem { color: var(--bad); font-weight: 600; margin: .75rem 0 0; } .back { display: inline-block; padding: .5rem 0; }
  table { border-collapse: collapse; width: 100%; font-size: .875rem; } th, td { text-align: left; padding: .375rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
  .scroll { overflow-x: auto; } .forms { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); } code { font-size: .8125rem; }
`;

export interface PageOptions {
  title: string;
  body: Html;
  wide?: boolean;
}

/** A whole page, phone first, without anything from elsewhere. */
export function layout({ title, body, wide }: PageOptions): string {
  return `<!doctype html>${html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="icon" href="data:,"><style>${new Html(style)}</style></head>
<body><header class="test">Test mode: no real money moves</header><main class="${wide ? "wide" : ""}">${body}</main></body></html>`.text}`;
}

/** Keeps an impatient second press from sending the form again; the server would bear it too. */
export const once = new Html(`onsubmit="this.querySelector('button').disabled = true"`);
