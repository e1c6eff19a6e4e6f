import { noConversation } from '../desk/conversation.ts';
import type { Principal } from '../domain/principal.ts';
import { recordDenial } from './record-denial.ts';
import type { Services } from './services.ts';

/**
 * @throws AppError ERR_NOT_FOUND alike for a conversation that is not there and one that is somebody else's; the
 * audit log says that somebody tried
 */
export async function assertOwnConversation(
  services: Pick<Services, 'conversations' | 'policies' | 'audit' | 'logger'>,
  principal: Principal,
  action: 'conversation:read' | 'conversation:write',
  id: string,
): Promise<void> {
  const owner = await services.conversations.owner(id);
  let reasons: readonly string[] = [];
  let errors: readonly string[] = [];
  if (owner !== undefined) {
    const resource = { type: 'Conversation', id, owner } as const;
    const decision = services.policies.decide({ principal, action, resource });
    if (decision.allowed) return;
    ({ reasons, errors } = decision);
  }
  await recordDenial(services, principal, action, { reasons, errors });
  throw noConversation();
}
