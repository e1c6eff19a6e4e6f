import type { ReadDocument } from './parsers/read-document.ts';

/** Masks texts for good: the same value in two of them stays the same nowhere but in its type. */
export type MaskForStore = (texts: readonly string[]) => Promise<readonly string[]>;

/** A file whose every text is masked before anything of it is stored: title, places, passages, names of files in it. */
export async function maskReadDocument(
  read: ReadDocument,
  title: string,
  mask: MaskForStore,
): Promise<ReadDocument & { readonly title: string }> {
  const { chunks, parts } = read;
  const texts = [title, ...chunks.flatMap(({ location, text }) => [location, text])];
  const names = parts.map(({ name }) => name);
  const masked = await mask([...texts, ...names]);
  const at = (index: number): string => {
    const text = masked[index];
    if (text === undefined) throw new Error('A text was not masked.');
    return text;
  };
  return {
    ...read,
    title: at(0),
    chunks: chunks.map((chunk, index) => ({
      ...chunk,
      location: at(2 * index + 1),
      text: at(2 * index + 2),
    })),
    parts: parts.map((part, index) => ({ ...part, name: at(texts.length + index) })),
  };
}
