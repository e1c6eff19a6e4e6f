import { z } from 'zod';
import type { Principal } from '../../../domain/principal.ts';
import { AppError, toAppError } from '../../../errors.ts';
import { KNOWN_VALUE_RULE } from '../../../redaction/known-values.ts';
import { operatorNames } from '../../../redaction/operator.ts';
import type { Redactor } from '../../../redaction/redactor.ts';
import type { ReportedFinding } from '../../../redaction/vault.ts';
import { defineRoute, nothing, type Route } from '../../define-route.ts';
import { recordDenial } from '../../record-denial.ts';
import type { Services } from '../../services.ts';

const reason = z
  .object({
    /** A rule matched; the value was found elsewhere in the text; or it stood there encoded. */
    kind: z.enum(['rule', 'repeated', 'encoded']),
    /** The check that the value passed, as the rule names it. */
    validator: z.string().optional(),
    /** The word in the text that announced the value and raised its score. */
    word: z.object({ start: z.int(), end: z.int() }).optional(),
    /** It is labelled as such a value, and its check digit is wrong. */
    unverified: z.boolean().optional(),
  })
  .meta({ id: 'FindingReason', description: 'Why a value is masked, as far as the detectors know it.' });

export const finding = z
  .object({
    type: z.string(),
    start: z.int(),
    end: z.int(),
    score: z.number(),
    rule: z.string(),
    operator: z.enum(operatorNames),
    reason,
  })
  .meta({
    id: 'Finding',
    description:
      'A value and what happens to it when this caller sends it; offsets are UTF-16 code units of the input.',
  });

export function previewRedaction(services: Services): Route {
  const { redactor } = services;
  return defineRoute({
    method: 'post',
    path: '/api/redaction/preview',
    summary: 'What would be masked in a text, by default as when this caller asks. Nothing is kept.',
    tag: 'Redaction',
    permission: 'redaction:preview',
    errors: 'api',
    bodyKind: 'json',
    params: nothing,
    query: nothing,
    body: z.object({ text: z.string(), profile: z.string().min(1).max(64).optional() }),
    status: 200,
    response: z.object({ masked: z.string(), findings: z.array(finding), profile: z.string() }),
    async handler({ body, principal }) {
      const profile = await chooseProfile(services, principal, body.profile);
      const { masked, findings } = await preview(redactor, body.text, profile, principal);
      const validators = new Map(redactor.list().rules.map(({ id, validator }) => [id, validator]));
      return { masked, findings: findings.map((found) => present(found, validators)), profile };
    },
  });
}

/** Another profile than one's own shows what is masked for others: that is for those who read the rules. */
async function chooseProfile(
  services: Services,
  principal: Principal,
  wanted: string | undefined,
): Promise<string> {
  const own = ownProfile(services, principal);
  if (wanted === undefined || wanted === own) return own;
  const decision = services.policies.decide({ principal, action: 'redaction:read' });
  if (decision.allowed) return wanted;
  await recordDenial(services, principal, 'redaction:read', decision);
  throw new AppError(
    'ERR_POLICY_DENIED',
    'Another profile than your own needs the permission redaction:read.',
    {
      status: 403,
      param: 'profile',
    },
  );
}

/** What the caller sees here must be what happens when the caller asks. */
function ownProfile({ policies, catalog, defaultModel }: Services, principal: Principal): string {
  const model = catalog.models.find(({ id }) => id === defaultModel);
  if (model === undefined)
    throw new AppError('ERR_MODEL_MISSING', 'The default model is not in the catalogue.');
  return policies.maskProfile(principal, model);
}

async function preview(
  redactor: Redactor,
  text: string,
  profile: string,
  { roles }: Principal,
): ReturnType<Redactor['preview']> {
  try {
    return await redactor.preview(text, profile, { purpose: 'chat', roles });
  } catch (error) {
    if (toAppError(error).code !== 'ERR_POLICY_INVALID') throw error;
    throw new AppError('ERR_REQUEST_INVALID', 'There is no mask profile of this name.', {
      status: 400,
      param: 'profile',
      cause: error,
    });
  }
}

function present(
  { type, start, end, score, rule, operator, announcedBy, encoded, unverified }: ReportedFinding,
  validators: ReadonlyMap<string, string>,
): z.input<typeof finding> {
  const validator = validators.get(rule);
  return {
    type,
    start,
    end,
    score,
    rule,
    operator,
    reason: {
      kind: rule === KNOWN_VALUE_RULE ? 'repeated' : encoded === true ? 'encoded' : 'rule',
      ...(validator === undefined ? {} : { validator }),
      ...(announcedBy === undefined ? {} : { word: announcedBy }),
      ...(unverified === undefined ? {} : { unverified }),
    },
  };
}
