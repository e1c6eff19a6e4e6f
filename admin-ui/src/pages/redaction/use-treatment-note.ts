import { useTexts } from '../../i18n/define-texts.ts';
import { operators } from '../../i18n/operators.ts';
import { useRoleName } from '../../state/use-role-name.ts';
import type { Treatment } from './treatments.ts';

/**
 * For whom and for what something happens to values, and what else is to be known of it; empty when there is nothing to say.
 * @returns `place`: 0 for the first of several treatments; a later one for everybody is for whoever is left
 */
export function useTreatmentNote(): (treatment: Omit<Treatment, 'use'>, place: number) => string {
  const t = useTexts(operators);
  const roleName = useRoleName();
  const purposes: Readonly<Record<string, string>> = t.purposes;
  return ({ roles, purposes: names, restore, scope }, place) => {
    const reach = [
      ...(roles === undefined ? [] : [t.forRoles(roles.map(roleName).join(t.and))]),
      ...(names === undefined
        ? []
        : [t.forPurposes(names.map((name) => purposes[name] ?? name).join(t.and))]),
    ];
    return [
      ...(reach.length === 0 && place > 0 ? [t.otherwise] : reach),
      ...(restore === undefined ? [] : [t.notRestored]),
      ...(scope === undefined ? [] : [t.sameEverywhere]),
    ].join(' ');
  };
}
