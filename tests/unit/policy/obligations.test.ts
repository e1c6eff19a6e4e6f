import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grounding, GroundingRequest } from '../../../server/domain/exchange.ts';
import type { ModelCard } from '../../../server/domain/model-card.ts';
import type { Principal, Role } from '../../../server/domain/principal.ts';
import { joinObligations, rolesOfModel, tightenFor } from '../../../server/policy/obligations.ts';
import { loadPolicies } from '../../../server/policy/policies.ts';
import type { Bundle, ModelRule } from '../../../server/policy/settings.ts';
import { copyPolicies } from './policy-bundle.ts';

const baseline: Bundle = {
  maskProfile: 'baseline',
  restore: 'all',
  grounding: 'off',
  unsupported: 'flag',
};
const everyone: ModelRule = { models: ['*'], roles: ['member', 'agent'] };

function card(grounding?: 'verbatim' | 'free'): ModelCard {
  return {
    id: 'small',
    purpose: 'chat',
    title: 'Small',
    path: 'small.gguf',
    files: {},
    licence: 'Apache-2.0',
    contextTokens: 512,
    memoryMib: 100,
    ...(grounding === undefined ? {} : { grounding }),
  };
}

function user(...roles: Role[]): Principal {
  return { kind: 'user', id: 'usr_1', name: '', roles };
}

describe('joinObligations', () => {
  it.each<[Grounding, 'verbatim' | 'free' | undefined, GroundingRequest, Grounding]>([
    ['off', 'verbatim', 'auto', 'verbatim'],
    ['off', 'free', 'auto', 'free'],
    ['off', undefined, 'auto', 'free'],
    ['off', 'free', 'required', 'free'],
    ['off', 'free', 'verbatim', 'verbatim'],
    ['off', 'verbatim', 'off', 'off'],
    ['free', 'free', 'off', 'free'],
    ['free', 'verbatim', 'auto', 'verbatim'],
    ['verbatim', 'free', 'auto', 'verbatim'],
    ['verbatim', 'free', 'off', 'verbatim'],
    ['verbatim', 'free', 'required', 'verbatim'],
  ])('policy %s, card %s, request %s → %s', (grounding, cardGrounding, request, expected) => {
    const { grounding: joined } = joinObligations(
      { ...baseline, grounding },
      [everyone],
      user('member'),
      card(cardGrounding),
      request,
    );
    expect(joined).toBe(expected);
  });

  it('takes the strictest of the bundle and of every rule that fits', () => {
    const rules: ModelRule[] = [
      everyone,
      { models: ['small'], roles: ['agent'], grounding: 'verbatim', restore: 'none', unsupported: 'remove' },
      { models: ['large'], roles: ['member'], grounding: 'free', maskProfile: 'health' },
    ];
    expect(joinObligations(baseline, rules, user('member'), card('free'), 'off')).toEqual({
      maskProfile: 'baseline',
      restore: 'all',
      grounding: 'off',
      unsupported: 'flag',
    });
    expect(joinObligations(baseline, rules, user('member', 'agent'), card('free'), 'off')).toEqual({
      maskProfile: 'baseline',
      restore: 'none',
      grounding: 'verbatim',
      unsupported: 'remove',
    });
  });

  it('takes the mask profile of the first fitting rule that names one', () => {
    const rules: ModelRule[] = [
      everyone,
      { models: ['small'], roles: ['agent'], maskProfile: 'finance' },
      { models: ['*'], roles: ['agent'], maskProfile: 'health' },
    ];
    expect(joinObligations(baseline, rules, user('agent'), card(), 'auto').maskProfile).toBe('finance');
    expect(joinObligations(baseline, rules, user('member'), card(), 'auto').maskProfile).toBe('baseline');
  });

  it('refuses a caller for whom no rule names the model', () => {
    const rules: ModelRule[] = [{ models: ['large'], roles: ['member'] }];
    expect(() => joinObligations(baseline, rules, user('member'), card(), 'auto')).toThrow(
      expect.objectContaining({ code: 'ERR_POLICY_DENIED', status: 403 }),
    );
    expect(() => joinObligations(baseline, [everyone], user('auditor'), card(), 'auto')).toThrow(
      expect.objectContaining({ code: 'ERR_POLICY_DENIED' }),
    );
  });

  it('is never looser than any duty, and never loosened by a request', () => {
    const order = ['off', 'free', 'verbatim'] as const;
    const grounding = fc.constantFrom(...order);
    fc.assert(
      fc.property(
        grounding,
        grounding,
        fc.constantFrom('verbatim' as const, 'free' as const),
        fc.constantFrom<GroundingRequest>('auto', 'required', 'verbatim', 'off'),
        (fromBundle, fromRule, fromCard, request) => {
          const joined = joinObligations(
            { ...baseline, grounding: fromBundle },
            [{ ...everyone, grounding: fromRule }],
            user('member'),
            card(fromCard),
            request,
          );
          const rank = order.indexOf(joined.grounding);
          expect(rank).toBeGreaterThanOrEqual(order.indexOf(fromBundle));
          expect(rank).toBeGreaterThanOrEqual(order.indexOf(fromRule));
          const asked = request === 'off' ? 'off' : fromCard;
          expect(rank).toBeGreaterThanOrEqual(order.indexOf(asked));
        },
      ),
    );
  });
});

describe('rolesOfModel', () => {
  it('joins the roles of every rule that names the model or all models', () => {
    const rules: ModelRule[] = [everyone, { models: ['large'], roles: ['supervisor', 'agent'] }];
    expect(rolesOfModel(rules, 'large')).toEqual(['member', 'agent', 'supervisor']);
    expect(rolesOfModel(rules, 'small')).toEqual(['member', 'agent']);
  });
});

describe('the bundles', () => {
  it.each([
    ['baseline', 'off', 'off'],
    ['finance', 'off', 'free'],
    ['health', 'off', 'free'],
    ['government', 'off', 'verbatim'],
    ['government', 'auto', 'verbatim'],
  ] as const)('%s answers a request for grounding %s with %s', async (bundle, request, grounding) => {
    const dir = await copyPolicies({ 'bundle.yaml': `use: ${bundle}\n` });
    const policies = await loadPolicies(dir);
    expect(policies.bundle).toBe(bundle);
    expect(policies.chatObligations(user('member'), card('free'), request)).toMatchObject({
      grounding,
      maskProfile: bundle,
      unsupported: 'remove',
    });
  });

  it('keeps a model to the roles of models.yaml in both decisions', async () => {
    const dir = await copyPolicies({
      'models.yaml': 'rules:\n  - models: [small]\n    roles: [supervisor]\n',
    });
    const policies = await loadPolicies(dir);
    const ask = (role: Role, id: string): boolean =>
      policies.decide({ principal: user(role), action: 'chat:create', resource: { type: 'Model', id } })
        .allowed;
    expect([ask('supervisor', 'small'), ask('member', 'small'), ask('supervisor', 'large')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => policies.chatObligations(user('member'), card(), 'auto')).toThrow(/small/);
  });
});

describe('a rule of a collection', () => {
  const loose = joinObligations(baseline, [everyone], user('member'), card('free'), 'auto');
  const rules = [
    { collections: ['contracts'], unsupported: 'remove' as const },
    { collections: ['approved'], grounding: 'verbatim' as const },
  ];

  it('tightens every answer that the collection is searched for, and no other', () => {
    expect(tightenFor(['handbook', 'contracts'], rules, loose)).toEqual({ ...loose, unsupported: 'remove' });
    expect(tightenFor(['approved'], rules, loose)).toEqual({ ...loose, grounding: 'verbatim' });
    expect(tightenFor(['handbook'], rules, loose)).toEqual(loose);
  });

  it('never loosens, and says nothing of an answer without evidence', () => {
    const strict = { ...loose, unsupported: 'remove' as const, grounding: 'verbatim' as const };
    const looser = [{ collections: ['handbook'], unsupported: 'flag' as const, grounding: 'free' as const }];
    expect(tightenFor(['handbook'], looser, strict)).toEqual(strict);
    const off = { ...loose, grounding: 'off' as const };
    expect(tightenFor(['approved'], rules, off)).toEqual(off);
  });
});
