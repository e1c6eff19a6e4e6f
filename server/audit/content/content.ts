import { z } from 'zod';

/** A value that a placeholder of the text stands for. */
export const hiddenValue = z.strictObject({
  placeholder: z.string(),
  /** Id of its entity type; absent for text that only looked like a placeholder. */
  type: z.string().exactOptional(),
  original: z.string(),
});

const contentShape = z.strictObject({
  /** The masked text. */
  text: z.string(),
  values: z.array(hiddenValue),
  /** Terms by which whoever is named in the text is found; see `Vault.subjects`. */
  subjects: z.array(z.string()),
});

/** What an entry about an exchange is about: kept beside it, sealed. */
export type Content = Readonly<z.output<typeof contentShape>>;

export function encodeContent(content: Content): Buffer {
  return Buffer.from(JSON.stringify(content));
}

/** @throws Error when the bytes are no content */
export function parseContent(bytes: Buffer): Content {
  return contentShape.parse(JSON.parse(bytes.toString()));
}
