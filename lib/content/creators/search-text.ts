interface Words {
  handle: string;
  name: string;
  tagline: string;
  city: string;
  genres: string[];
  tags: string[];
}

/** What search looks through: lower case and without accents, so that "ines" finds Inês. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().trim();
}

export function creatorSearchText({ handle, name, tagline, city, genres, tags }: Words): string {
  return fold([name, handle, tagline, city, ...genres, ...tags].join(" "));
}
