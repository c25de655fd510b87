/**
 * The same disorder every time for a list of the same length: a Fisher–Yates shuffle driven by a small fixed generator.
 * Two or more elements never stay in order.
 */
export function shuffled<T>(items: readonly T[]): T[] {
  const result = [...items];
  let state = items.length + 1;
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    swap(result, last, state % last); // never with itself: Sattolo's variant moves every element
  }
  return result;
}

function swap<T>(items: T[], a: number, b: number): void {
  const [one, other] = [items[a], items[b]];
  if (one === undefined || other === undefined) return;
  items[a] = other;
  items[b] = one;
}
