import type { z } from 'zod';
import type { Approval } from '../../desk/approval.ts';
import type { Users } from '../../identity/users.ts';
import type { approval } from '../schemas/approval.ts';

type Presented = z.input<typeof approval>;

/** Requests with the names of who asked and who decided: the log has their ids alone. */
export async function presentRequests(
  users: Pick<Users, 'byId'>,
  approvals: readonly Approval[],
): Promise<Presented[]> {
  const ids = new Set(approvals.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy ?? askedBy]));
  const found = await Promise.all(Array.from(ids, (id) => users.byId(id)));
  const names = new Map(found.flatMap((user) => (user === undefined ? [] : [[user.id, user.displayName]])));
  return approvals.map((asked) => {
    const askedByName = names.get(asked.askedBy);
    const decidedByName = names.get(asked.decidedBy ?? '');
    return {
      ...asked,
      ...(askedByName === undefined ? {} : { askedByName }),
      ...(decidedByName === undefined ? {} : { decidedByName }),
    };
  });
}

export async function presentRequest(users: Pick<Users, 'byId'>, asked: Approval): Promise<Presented> {
  const [presented = asked] = await presentRequests(users, [asked]);
  return presented;
}
