/** The id in a field that holds an object or its id. */
export const idOf = (value: string | { id: string } | null | undefined): string | undefined => (typeof value === "string" ? value : value?.id);
export const date = (seconds: number): Date => new Date(seconds * 1_000);
export const dateOrNot = (seconds: number | null | undefined): Date | undefined => (seconds === null || seconds === undefined ? undefined : date(seconds));
