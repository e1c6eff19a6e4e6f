/** A choice kept in this browser. Storage may be switched off or full: then the choice lasts as long as the page. */
export function readChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(`intramura.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice, or forgets it when `value` is undefined. */
export function keepChoice(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`intramura.${name}`);
    else localStorage.setItem(`intramura.${name}`, value);
  } catch {
    // The page works without it.
  }
}
