/** 1000 → "10 %", 750 → "7.5 %". */
export const percent = (bps: number): string => `${(bps / 100).toLocaleString("en-US", { maximumFractionDigits: 2 })} %`;
