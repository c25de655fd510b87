/** NIST SP 800-63B-4: at least 15 characters when the password is the only factor. */
export const minimumLength = 15;
/** At least 64 must be allowed; this only bounds the work of hashing. */
export const maximumLength = 200;
/** argon2id, OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
export const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
