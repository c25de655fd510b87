/** Countries whose buyers may withdraw within fourteen days: the EU, and the three of the EEA (Directive 2011/83/EU; EEA Agreement, Annex XIX). */
const eea = new Set("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" "));

export const mayWithdrawFrom = (country: string | null | undefined): boolean => eea.has(country ?? "");

/** What a buyer there agrees to before they pay. Other words are another version, and the old ones stay here: rows name them. */
export const consentTexts: Record<string, string> = {
  "2026-11": "Open everything to me at once, before the fourteen days in which I may withdraw are over. I know that I lose the right to withdraw once I have opened what is for members.",
};
export const consentVersion = "2026-11";
