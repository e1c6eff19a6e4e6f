import type { Principal } from '../domain/principal.ts';
import type { GrantablePermission } from '../policy/permissions.ts';
import type { Services } from './services.ts';

export const guideSteps = [
  'change-password',
  'ask-sample',
  'import-document',
  'bring-model',
  'invite-people',
] as const;

export type GuideStep = (typeof guideSteps)[number];

/** A step that this person may do, and whether the facts say that it is done. */
export interface GuideStepState {
  readonly id: GuideStep;
  readonly done: boolean;
}

type Facts = Pick<Services, 'identity' | 'policies' | 'conversations' | 'jobs' | 'catalog'>;

/** What a person needs to be permitted for a step to be theirs. */
const needed: Readonly<Record<GuideStep, readonly GrantablePermission[]>> = {
  'change-password': ['account:update'],
  'ask-sample': ['chat:create', 'conversation:write'],
  'import-document': ['document:create'],
  'bring-model': ['model:manage'],
  'invite-people': ['user:create'],
};

/** How many of the newest conversations and imports are looked at. */
const RECENT = 50;

/** The steps of the first-run guide that this person may do, each held against the state of the product. */
export async function readGuideSteps(services: Facts, principal: Principal): Promise<GuideStepState[]> {
  const own = guideSteps.filter((step) =>
    needed[step].every((action) => services.policies.decide({ principal, action }).allowed),
  );
  return Promise.all(own.map(async (id) => ({ id, done: await isDone(services, principal, id) })));
}

async function isDone(services: Facts, { id }: Principal, step: GuideStep): Promise<boolean> {
  const { identity, conversations, jobs, catalog } = services;
  switch (step) {
    case 'change-password':
      return (await identity.users.byId(id))?.passwordChosenAt !== undefined;
    case 'ask-sample':
      return (await conversations.list(id, { limit: RECENT })).conversations.some(({ turns }) => turns > 0);
    case 'import-document':
      // The samples come with the first start and leave no job.
      return (await jobs.recent(['import-document'], RECENT)).some(({ state }) => state === 'done');
    case 'bring-model':
      return catalog.models.some(({ purpose, path }) => purpose === 'chat' && !path.startsWith('starter/'));
    case 'invite-people':
      return (await identity.users.count()) > 1;
    default:
      return step satisfies never;
  }
}
