import { kindOfType } from '../../data/value-kinds.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** What people call the values of a type, as a heading writes it. */
export function useGroupName(): (type: string) => string {
  const { texts, tag } = useLanguage();
  return (type) => {
    const name = texts.kinds[kindOfType(type)];
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  };
}
