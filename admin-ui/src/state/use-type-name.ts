import { useTexts } from '../i18n/define-texts.ts';
import { entityTypes } from '../i18n/entity-types.ts';

/** What people call a type of value; its id for one that this page does not know. */
export function useTypeName(): (type: string) => string {
  const names: Readonly<Record<string, string>> = useTexts(entityTypes);
  return (type) => names[type] ?? type;
}
