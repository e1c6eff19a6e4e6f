/** `prev` of the first entry. */
export const noEntry = '0'.repeat(64);
