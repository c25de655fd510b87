import { type Section, sections } from "./schema";

export interface Group {
  kind: string;
  line: string;
  entries: number;
  amount: number;
}
export interface SectionFigures {
  section: Section;
  opening: number;
  groups: Group[];
  closing: number;
}
export interface Figures {
  creatorId: string;
  month: string;
  currency: string;
  sections: SectionFigures[];
}

type Movement = Pick<Group, "kind" | "line" | "amount"> & { section: Section; entries?: number };

/** Adds movements up by kind and line; opening and movements are the closing. */
export function figuresOf({ creatorId, month, currency }: Omit<Figures, "sections">, opening: ReadonlyMap<Section, number>, movements: Iterable<Movement>): Figures {
  const groups = new Map<string, Group & { section: Section }>();
  for (const { section, kind, line, amount, entries = 1 } of movements) {
    const key = JSON.stringify([section, kind, line]);
    const group = groups.get(key) ?? { section, kind, line, entries: 0, amount: 0 };
    groups.set(key, { ...group, entries: group.entries + entries, amount: group.amount + amount });
  }
  const of = (section: Section): SectionFigures => {
    const own = [...groups.values()].filter((group) => group.section === section).map(({ kind, line, entries, amount }) => ({ kind, line, entries, amount })).sort(byKindAndLine);
    const start = opening.get(section) ?? 0;
    return { section, opening: start, groups: own, closing: own.reduce((sum, { amount }) => sum + amount, start) };
  };
  return { creatorId, month, currency, sections: sections.map(of) };
}

/** By their characters' numbers: the same on every machine, as what is signed must be. */
const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byKindAndLine = (a: Group, b: Group): number => before(a.kind, b.kind) || before(a.line, b.line);

/** The figures as one text, the same whether they were read from the books or added up from the lines of a file: this is what is signed. */
export function textOf({ creatorId, month, currency, sections: all }: Figures): string {
  const rows = all.flatMap(({ section, opening, groups, closing }) => [[section, "opening", opening], ...groups.map(({ kind, line, entries, amount }) => [section, kind, line, entries, amount]), [section, "closing", closing]]);
  return [["directfanz-statement", 1, creatorId, month, currency], ...rows].map((row) => `${JSON.stringify(row)}\n`).join("");
}
