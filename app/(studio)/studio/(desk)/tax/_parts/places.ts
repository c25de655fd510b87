import { euCountries } from "@/lib/commerce/tax";
import type { Option } from "./states";

/**
 * ISO 3166 countries that tax offices know, and what they are called. For the server alone: Node and a browser call some of them differently,
 * and what both draw has to be the same. Forms are handed the options.
 */
const codes = "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PT PY QA RO RS RW SA SB SC SE SG SI SK SL SM SN SO SR SS ST SV SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG UY UZ VA VC VE VN VU WS YE ZA ZM ZW".split(" ");


const names = new Intl.DisplayNames("en", { type: "region" });
export const countryName = (code: string): string => names.of(code) ?? code;
const choose: Option = { value: "", label: "Choose…" };
const listed = (some: string[]): Option[] => some.map((value) => ({ value, label: countryName(value) })).sort((a, b) => a.label.localeCompare(b.label, "en"));

export const countryOptions = (): Option[] => [choose, ...listed(codes)];
export const euOptions = (): Option[] => [choose, ...listed([...euCountries])];
