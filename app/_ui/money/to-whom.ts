/** Who has what a fan pays: collaborators are not named to fans, and how much they have is theirs to know. */
export const toWhom = (artist: string, shared: boolean): string => (shared ? `${artist} and those they share it with` : artist);
