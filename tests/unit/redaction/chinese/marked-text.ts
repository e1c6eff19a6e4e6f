/** A text whose values stand between ⟦ and ⟧, and the values in their order. */
export function readMarkedAll(marked: string): { readonly text: string; readonly values: readonly string[] } {
  const values = Array.from(marked.matchAll(/⟦([^⟧]*)⟧/g), (match) => match[1] ?? '');
  return { text: marked.replaceAll(/[⟦⟧]/g, ''), values };
}
