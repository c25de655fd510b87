/** GDPR Art. 6(1): what allows us to hold it. */
export type LegalBasis = "contract" | "legal obligation" | "legitimate interest" | "consent";

/** One place where something about a person is kept, and what the law asks us to say of it. */
export interface PersonalDatum {
  purpose: string;
  basis: LegalBasis;
  /** How long it is kept while nobody asks for its erasure. */
  retention: string;
  /** In its owner's export as it stands, or left out and why. */
  exported: "as is" | { leftOut: string };
  /** What an erasure is to do with it. Kept: why, and until when. */
  erasure: "delete" | "anonymise" | { keep: string };
}

export interface ModelPrivacy {
  /** Whose data a row is, and the column or path that leads to them; "nobody" when there is no person in it. */
  subject: string;
  personal: Record<string, PersonalDatum>;
  /** Columns looked at and found to say nothing of a person. */
  notPersonal: readonly string[];
}

export interface PrivacyManifest {
  /** "wing/module". */
  module: string;
  models: Record<string, ModelPrivacy>;
  /** Personal data of this module outside its tables: files, queues. */
  elsewhere: Record<string, PersonalDatum>;
}

/**
 * Says of every column of a module's tables what it tells of a person. It is a record of what is held and what is to become of it;
 * nothing acts on it yet. tests/guards fails when a column of the schema is in none of these lists.
 */
export function definePrivacy(module: string, models: Record<string, ModelPrivacy>, elsewhere: Record<string, PersonalDatum> = {}): PrivacyManifest {
  return { module, models, elsewhere };
}
