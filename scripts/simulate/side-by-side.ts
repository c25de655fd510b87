/** Works through a list, so many at a time; each lane takes the next when it is free. */
export async function sideBySide<T>(list: readonly T[], lanes: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
