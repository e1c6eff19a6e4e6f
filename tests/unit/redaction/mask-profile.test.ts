import { describe, expect, it } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { builtInCatalog } from '../../../server/redaction/built-in-catalog.ts';
import { loadMaskProfiles, maskedTypes, parseMaskProfile } from '../../../server/redaction/mask-profile.ts';

const catalog = builtInCatalog();

/** The message with which a profile is refused. */
function refusal(text: string): string {
  try {
    parseMaskProfile(text, 'bank.yaml');
    return 'accepted';
  } catch (error) {
    return error instanceof AppError && error.code === 'ERR_POLICY_INVALID' ? error.message : String(error);
  }
}

describe('a mask profile', () => {
  it('masks the types of its tiers, with the included and without the excluded ones', () => {
    const profile = parseMaskProfile(
      'name: bank\ntitle: t\ntiers: [personal]\ninclude: [IPV4]\nexclude: [EMAIL]\n',
      'bank.yaml',
    );
    const types = maskedTypes(profile, catalog);
    expect([
      types.has('CN_MOBILE'),
      types.has('IPV4'),
      types.has('EMAIL'),
      types.has('CN_RESIDENT_ID'),
    ]).toEqual([true, true, false, false]);
  });

  it('is refused with its file and the type when a type is unknown', () => {
    expect(refusal('name: bank\ntitle: t\ntiers: []\ninclude: [CN_RESIDENT]\n')).toMatch(
      /bank\.yaml.*CN_RESIDENT/,
    );
    expect(refusal('name: bank\ntitle: t\ntiers: []\nexclude: [NOTHING]\n')).toMatch(/bank\.yaml.*NOTHING/);
  });

  it('is refused with its file and the field when it is malformed', () => {
    expect(refusal('name: bank\ntitle: t\ntiers: [secret]\n')).toMatch(/bank\.yaml.*tiers/);
    expect(refusal('name: bank\ntitle: t\ntiers: []\nmask: all\n')).toMatch(/bank\.yaml.*mask/);
    expect(refusal('name: other\ntitle: t\ntiers: []\n')).toMatch(/bank\.yaml.*name/);
    expect(refusal('name: [\n')).toMatch(/bank\.yaml.*YAML/);
  });

  it('is refused with the line of what is wrong with its operators and rules', () => {
    const head = 'name: bank\ntitle: t\ntiers: [personal]\n';
    const refused = (rules: string): string => refusal(`${head}${rules}`);
    expect(refused('operators:\n  - use: mask\n    types: [CN_MOBILES]\n')).toMatch(
      /bank\.yaml: operators\.0\.types\.0: unknown entity type CN_MOBILES.*\(line 6\)/,
    );
    expect(refused('operators:\n  - { types: [IPV4], use: mask }\n')).toMatch(/IPV4 .*include \(line 5\)/);
    expect(refused('operators:\n  - { types: [EMAIL], use: generalise }\n')).toMatch(
      /coarser form \(line 5\)/,
    );
    expect(refused('operators:\n  - { tiers: [personal], use: scramble }\n')).toMatch(
      /operators\.0\.use.*\(line 5\)/,
    );
    expect(refused('operators:\n  - { use: block }\n')).toMatch(/types, tiers or both \(line 5\)/);
    expect(refused('operators:\n  - types: [EMAIL]\n    use: hash\n    salt: x\n')).toMatch(
      /salt.*\(line 7\)/,
    );
    expect(refused('disabledRules:\n  - cn-mobile\n  - no-such-rule\n')).toMatch(/no-such-rule.*\(line 6\)/);
  });

  it('is not found in a folder that is not there or holds none', () => {
    for (const folder of ['policies/nowhere', 'tests']) {
      expect(() => loadMaskProfiles(folder)).toThrow(expect.objectContaining({ code: 'ERR_POLICY_INVALID' }));
    }
  });
});

describe('the profiles that are shipped', () => {
  const profiles = new Map(loadMaskProfiles('policies/redaction').map((profile) => [profile.name, profile]));
  const masks = (name: string, type: string): boolean => {
    const profile = profiles.get(name);
    return profile !== undefined && maskedTypes(profile, catalog).has(type);
  };

  it('are five, and all of them mask identity numbers, secrets and names', () => {
    expect([...profiles.keys()]).toEqual(['baseline', 'finance', 'government', 'health', 'strict']);
    for (const name of profiles.keys()) {
      for (const type of [
        'CN_RESIDENT_ID',
        'PRIVATE_KEY_PEM',
        'PASSWORD',
        'CN_PERSON_NAME',
        'PERSON',
        'EMAIL',
      ]) {
        expect([name, type, masks(name, type)]).toEqual([name, type, true]);
      }
    }
  });

  it('leave names of firms and places readable in everyday work, and mask them in the strictest', () => {
    for (const type of ['LOCATION', 'ORGANIZATION', 'DOMAIN_HOST']) {
      expect([type, masks('baseline', type), masks('strict', type)]).toEqual([type, false, true]);
    }
  });

  it('block what nobody may send where they are in force', () => {
    const blocked = [...profiles.values()].map(({ name, operators }) => [
      name,
      operators.filter(({ use }) => use === 'block').flatMap(({ types = [] }) => types),
    ]);
    expect(Object.fromEntries(blocked)).toMatchObject({
      baseline: [],
      finance: ['CARD_CVV', 'PIN'],
      government: ['CN_SECRET_MARK'],
    });
  });

  it('differ in what they are for', () => {
    expect([masks('baseline', 'SALARY_AMOUNT'), masks('finance', 'SALARY_AMOUNT')]).toEqual([false, true]);
    expect([masks('health', 'HEALTH_CONDITION'), masks('government', 'HEALTH_CONDITION')]).toEqual([
      false,
      true,
    ]);
    expect([masks('finance', 'CN_CASE_NUMBER'), masks('government', 'CN_CASE_NUMBER')]).toEqual([
      false,
      true,
    ]);
  });
});
