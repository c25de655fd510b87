/** Whether an address belongs to an item of a bar: it is the item's own, or lies below it or below another that the item stands for. */
export function standsOn(path: string, { href, exact = false, also = [] }: { href: string; exact?: boolean | undefined; also?: string[] | undefined }): boolean {
  const below = (base: string) => path === base || path.startsWith(`${base}/`);
  return path === href || (!exact && href !== "/" && below(href)) || also.some(below);
}
