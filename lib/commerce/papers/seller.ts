import { config } from "@/lib/platform/config";

/** Who we are on a paper: as the tax offices know us, or else by name. Nothing that we were not told stands there, least of all a tax number. */
export function sellerLines(): string[] {
  const filer = config().TAX_FILER;
  if (!filer) return ["DirectFanz", config().APP_URL];
  return [filer.name, filer.line1, `${filer.city}, ${filer.state} ${filer.zip}`, "United States", filer.email];
}
