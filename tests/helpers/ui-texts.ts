import { z } from 'zod';

/** The text at a place such as `states.active`, made with these values where it is made of some. */
export type Say = (place: string, ...values: readonly (string | number)[]) => string;

const text = z.union([z.string(), z.function({ input: z.array(z.unknown()), output: z.string() })]);
const tree = z.record(z.string(), z.unknown());

/**
 * What the admin UI says in one of its areas, from `admin-ui/src/i18n/AREA.ts`. Read at run time: the page's sources
 * are compiled for a browser, and these tests are not.
 */
export async function loadTexts(area: string, name: string, language: 'en' | 'zh'): Promise<Say> {
  const file = new URL(`../../admin-ui/src/i18n/${area}.ts`, import.meta.url).pathname;
  const module = tree.parse(await import(/* @vite-ignore */ file));
  const texts = tree.parse(tree.parse(module[name])[language]);
  return (place, ...values) => {
    const found = place.split('.').reduce<unknown>((branch, key) => tree.parse(branch)[key], texts);
    const said = text.parse(found);
    return typeof said === 'string' ? said : said(...values);
  };
}
