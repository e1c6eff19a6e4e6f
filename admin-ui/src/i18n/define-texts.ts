import { type Language, useLanguage } from './language.tsx';

/** A text, or a text made from values; areas nest. */
type TextTree = { readonly [name: string]: string | ((...values: never[]) => string) | TextTree };

/** The texts of one area of the interface, in every language. */
export type Texts<T> = Readonly<Record<Language, T>>;

/** The same tree with any words in it. */
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer V) => string
      ? (...values: V) => string
      : SameShape<T[K]>;
};

/** Declares the texts of an area: a text that is missing in Chinese does not compile. */
export function defineTexts<const T extends TextTree>(texts: {
  readonly en: T;
  readonly zh: SameShape<T>;
}): Texts<SameShape<T>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `T` is one of the shapes that `SameShape<T>` describes
  return texts as unknown as Texts<SameShape<T>>;
}

/** The texts of an area in the language of the page. */
export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}
