const significant = /[\p{L}\p{N}]/u;
const HIDDEN = '*';

/**
 * A value with most of its letters and digits hidden: the first three and last four of eleven or more (`138****5678`), the
 * first and the last two of seven to ten, the first of fewer, none of one or two. What separates them stays; in an
 * address of mail the part after the at sign stays too.
 */
export function partialValue(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0) return hideMost(value.slice(0, at)) + value.slice(at);
  return hideMost(value);
}

function hideMost(value: string): string {
  const characters = Array.from(value);
  const count = characters.filter((character) => significant.test(character)).length;
  const { first, last } = shownOf(count);
  let seen = 0;
  return characters
    .map((character) => {
      if (!significant.test(character)) return character;
      seen += 1;
      return seen <= first || seen > count - last ? character : HIDDEN;
    })
    .join('');
}

function shownOf(count: number): { readonly first: number; readonly last: number } {
  if (count >= 11) return { first: 3, last: 4 };
  if (count >= 7) return { first: 1, last: 2 };
  return { first: count >= 3 ? 1 : 0, last: 0 };
}
