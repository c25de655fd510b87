/**
 * The same disorder every time for a list of the same length, drawn by a small fixed generator.
 * Two or more elements never all stay in order.
 */
export function shuffled<T>(items: readonly T[]): T[] {
  const rest = [...items];
  const result: T[] = [];
  let state = items.length + 1;
  while (rest.length > 0) {
    state = (state * 48_271) % 2_147_483_647;
    result.push(...rest.splice(state % rest.length, 1));
  }
  const unchanged = result.every((item, index) => item === items[index]);
  return unchanged ? result.reverse() : result;
}
