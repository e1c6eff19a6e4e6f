import { boundedMatch } from '../bounded.ts';
import type { EntityFamily, Span } from '../rule.ts';

/** User names. */
export const handles: EntityFamily = {
  types: [
    {
      id: 'USERNAME',
      label: 'HANDLE',
      tier: 'indirect',
      locale: '*',
      canonical: 'exact',
      context: ['username', 'user name', 'login name', '用户名', '登录名', '登录账号'],
    },
  ],
  rules: [
    {
      id: 'username',
      type: 'USERNAME',
      kind: 'label',
      validator: 'context',
      score: 0.6,
      value: /[A-Za-z][A-Za-z0-9_.-]{2,31}/y,
      accept: loginFound,
      tests: {
        found: ['用户名：⟦lin.qiu⟧', 'username: ⟦orla_b⟧', 'login name ⟦orla88⟧'],
        ignored: ['username and password', 'the user name field'],
      },
    },
  ],
};

/** A word alone is a sentence going on; a login holds a digit, a dot or an underscore. */
function loginFound(match: RegExpExecArray, text: string): Span | undefined {
  return /[0-9_.]./.test(match[0]) ? boundedMatch(match, text) : undefined;
}
