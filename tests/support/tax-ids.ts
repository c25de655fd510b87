/** Tax ids that tests and journeys type in, as they are kept: digits alone. Nothing of ours may show them afterwards. */
export const taxIdsOfTests = ["219099998", "220112345", "351774242", "82040312345"] as const;
