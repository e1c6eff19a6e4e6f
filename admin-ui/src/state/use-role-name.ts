import { useTexts } from '../i18n/define-texts.ts';
import { roleNames } from '../i18n/roles.ts';

/** What people call a role; its id for a role this page does not know. */
export function useRoleName(): (role: string) => string {
  const names: Readonly<Record<string, string>> = useTexts(roleNames);
  return (role) => names[role] ?? role;
}
