import { z } from 'zod';
import { operatorNames } from '../../../redaction/operator.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import type { Services } from '../../services.ts';

const operator = z
  .object({
    use: z.enum(operatorNames),
    types: z.array(z.string()).optional(),
    tiers: z.array(z.string()).optional(),
    roles: z.array(z.string()).optional(),
    purposes: z.array(z.string()).optional(),
    restore: z.enum(['all', 'none']).optional(),
    scope: z.enum(['conversation', 'installation']).optional(),
  })
  .meta({
    id: 'OperatorRule',
    description:
      'What happens to some values, for some roles and purposes; the first rule that fits decides.',
  });

const profile = z
  .object({
    name: z.string(),
    title: z.string(),
    tiers: z.array(z.string()),
    include: z.array(z.string()),
    exclude: z.array(z.string()),
    operators: z.array(operator),
    disabledRules: z.array(z.string()),
    types: z.array(
      z.object({
        type: z.string(),
        masked: z.boolean(),
        because: z.enum(['tier', 'included', 'excluded', 'not-in-tiers']),
        /** What happens to it when somebody whose role no operator names asks; absent where it is not looked for. */
        operator: z.enum(operatorNames).optional(),
      }),
    ),
  })
  .meta({ id: 'MaskProfile', description: 'Which values an exchange masks, type by type.' });

export function listMaskProfiles({ redactor }: Services): Route {
  return defineRoute({
    method: 'get',
    path: '/api/redaction/profiles',
    summary: 'The mask profiles, with what each does to values of each type.',
    tag: 'Redaction',
    permission: 'redaction:read',
    errors: 'api',
    bodyKind: 'none',
    params: nothing,
    query: nothing,
    body: nothing,
    status: 200,
    response: z.object({ profiles: z.array(profile) }),
    handler: () => Promise.resolve({ profiles: redactor.profiles().map(presentProfile) }),
  });
}

function presentProfile({
  name,
  title,
  tiers,
  include,
  exclude,
  operators,
  disabledRules,
  types,
}: ReturnType<Services['redactor']['profiles']>[number]): z.input<typeof profile> {
  return {
    name,
    title,
    tiers: [...tiers],
    include: [...include],
    exclude: [...exclude],
    operators: [...operators],
    disabledRules: [...disabledRules],
    types: types.map((listed) => ({ ...listed })),
  };
}
