/** What the address says about the type that is looked at; none when it says nothing. */
export function parseChosenType(search: Readonly<Record<string, unknown>>): { readonly type?: string } {
  const { type } = search;
  return typeof type === 'string' && /^[A-Z0-9_]{1,64}$/.test(type) ? { type } : {};
}
