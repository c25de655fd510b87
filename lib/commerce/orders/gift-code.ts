import { randomInt } from "node:crypto";

const letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** A gift's code: 24 characters that nobody guesses (more than 140 bits). */
export const giftCode = (): string => Array.from({ length: 24 }, () => letters[randomInt(letters.length)]).join("");
