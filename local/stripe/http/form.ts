/** A decoded form: `items[0][price]=p` is `{ items: { "0": { price: "p" } } }`. Leaves are always text. */
export interface FormObject {
  [name: string]: FormValue;
}
export type FormValue = string | FormObject;

/**
 * Decodes Stripe's nested form encoding (`a[b][c]=1`, `expand[]=x`, `expand[0]=x`).
 * A later value of the same name wins; `[]` appends.
 */
export function decodeForm(text: string): FormObject {
  const root = emptyObject();
  for (const [name, value] of new URLSearchParams(text)) write(root, pathOf(name), value);
  return root;
}

function pathOf(name: string): string[] {
  const bracket = name.indexOf("[");
  if (bracket < 1) return [name];
  const inner = [...name.slice(bracket).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "");
  return [name.slice(0, bracket), ...inner];
}

function write(root: FormObject, path: readonly string[], value: string): void {
  let place = root;
  path.forEach((step, index) => {
    const name = step === "" ? String(Object.keys(place).length) : step;
    if (index === path.length - 1) {
      place[name] = value;
      return;
    }
    const next = place[name];
    const child = typeof next === "object" ? next : emptyObject();
    place[name] = child;
    place = child;
  });
}

/** Without a prototype, so that a parameter named `constructor` is only a name. */
function emptyObject(): FormObject {
  return Object.create(null) as FormObject;
}
