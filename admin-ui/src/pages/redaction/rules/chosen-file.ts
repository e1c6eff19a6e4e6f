import { isRuleFileName } from '../../../data/custom-rules.ts';

/** What the address says about the file to begin with; none when it says nothing. */
export function parseChosenFile(search: Readonly<Record<string, unknown>>): { readonly file?: string } {
  const { file } = search;
  return typeof file === 'string' && isRuleFileName(file) ? { file } : {};
}
