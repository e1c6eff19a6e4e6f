import { randomUUID } from 'node:crypto';
import type { Carrier } from './carriers.ts';

const signIn: Carrier = async ({ plant, send }) => {
  const route = 'POST /api/auth/login';
  await send({ route, json: { username: plant('username'), password: plant('password') } });
  await send({ route, json: { username: 'admin', password: plant('wrong password') } });
};

const account: Carrier = async ({ plant, send }) => {
  await send({ route: 'PATCH /api/auth/me', json: { displayName: plant('display name') } });
  const json = { current: plant('current password'), next: plant('next password') };
  await send({ route: 'POST /api/auth/password', json });
};

const users: Carrier = async ({ plant, send }) => {
  const password = 'correct horse battery staple';
  const username = `u${randomUUID()}`;
  const made = await send({
    route: 'POST /api/users',
    json: { username, displayName: plant('display name'), password, roles: ['auditor'] },
  });
  await send({
    route: 'POST /api/users',
    json: { username: plant('username'), displayName: 'x', password: plant('password'), roles: ['auditor'] },
  });
  const id = String(made.body.user?.id);
  await send({
    route: 'PATCH /api/users/{id}',
    params: { id },
    json: { displayName: plant('new display name') },
  });
  await send({ route: 'PATCH /api/users/{id}', params: { id }, json: { password: plant('new password') } });
  await send({ route: 'GET /api/users', query: { search: plant('search'), after: plant('after') } });
  await send({ route: 'GET /api/sessions', query: { search: plant('search'), user: plant('user') } });
};

const apiKeys: Carrier = async ({ plant, send }) => {
  const json = { name: plant('name'), scopes: ['chat:create'] };
  const made = await send({ route: 'POST /api/api-keys', json });
  const scoped = { ...json, name: 'x', models: [plant('model')], collections: [plant('collection')] };
  await send({ route: 'POST /api/api-keys', json: scoped });
  await send({ route: 'POST /api/api-keys', json: { ...json, name: 'x', scopes: [plant('scope')] } });
  await send({ route: 'GET /api/api-keys', query: { owner: plant('owner'), after: plant('after') } });
  await send({ route: 'DELETE /api/api-keys/{id}', params: { id: String(made.body.apiKey?.id) } });
};

const preview: Carrier = async ({ plant, send }) => {
  await send({ route: 'POST /api/redaction/preview', json: { text: plant('text') } });
  await send({
    route: 'POST /api/redaction/preview',
    json: { text: 'x', profile: plant('profile').slice(0, 64) },
  });
};

const customRules: Carrier = async ({ plant, send }) => {
  const route = 'POST /api/redaction/custom-rules/check';
  const rules = (found: string, pattern: string): string =>
    [
      'rules:',
      '  - id: own-rule',
      '    type: EMPLOYEE_ID',
      `    ${pattern}`,
      '    tests:',
      `      found: ['⟦${found}⟧']`,
      `      ignored: ['${plant('ignored')}']`,
    ].join('\n');
  const sample = plant('sample');
  await send({ route, json: { text: rules(plant('found'), "pattern: '.+'"), sample } });
  await send({ route, json: { text: rules(plant('failed'), 'words: [nothing]'), sample } });
  await send({ route, json: { text: rules('x', `pattern: '(?=${plant('pattern')})'`), sample } });
  await send({ route, json: { text: `rules: [${plant('not YAML')}`, sample } });
  await send({ route, json: { file: plant('file'), text: `${plant('field')}: 1`, sample } });
};

const openTokens: Carrier = async ({ plant, send }) => {
  const route = 'POST /api/redaction/open';
  const text = `${plant('text')} [PHONE$${'A'.repeat(60)}]`;
  await send({ route, json: { text, reason: `Asked for: ${plant('reason')}` } });
  await send({ route, json: { text, reason: plant('wrong reason').padEnd(400, '.') } });
};

const policies: Carrier = async ({ plant, send }) => {
  const route = 'POST /api/policies/decide';
  const principal = { roles: ['auditor'], id: plant('id'), name: plant('name') };
  const context = { [plant('context key')]: plant('context value') };
  await send({ route, json: { principal, action: 'audit:read', context } });
  const resource = { type: 'Conversation', id: plant('resource'), owner: plant('owner') };
  await send({ route, json: { principal: { roles: ['auditor'] }, action: 'conversation:read', resource } });
  await send({ route, json: { principal, action: plant('action'), [plant('unknown field')]: 1 } });
};

const filters = ['type', 'actor', 'exchange', 'model', 'decision', 'from'] as const;

const audit: Carrier = async ({ plant, send }) => {
  for (const name of filters) {
    const value = plant(name).slice(0, 64);
    await send({ route: 'GET /api/audit/entries', query: { [name]: value, limit: '5' } });
    await send({ route: 'POST /api/audit/searches', json: { [name]: plant(name).slice(0, 64) } });
    await send({ route: 'GET /api/audit/export', query: { [name]: plant(name).slice(0, 64) } });
    await send({ route: 'GET /api/audit/compliance', query: { clause: plant(name).slice(0, 64) } });
  }
};

const auditRequests: Carrier = async ({ plant, send }) => {
  const reason = `Asked for: ${plant('reason')}`.slice(0, 300);
  const asked = await send({ route: 'POST /api/audit/reveals', json: { entry: 1, reason } });
  const about = { basis: 'gdpr-17-1-b', reason };
  await send({ route: 'POST /api/audit/erasures', json: { ...about, value: plant('value') } });
  await send({ route: 'POST /api/audit/erasures', json: { ...about, actor: plant('actor') } });
  await send({ route: 'POST /api/audit/holds', json: { scope: {}, reason } });
  await send({ route: 'POST /api/audit/holds', json: { scope: { exchange: plant('exchange') }, reason } });
  const params = { hold: plant('hold') };
  await send({ route: 'POST /api/audit/holds/{hold}/releases', params, json: { reason } });
  await send({ route: 'GET /api/audit/requests', query: { after: plant('after') } });
  const own = { params: { id: String(asked.body.request?.id) } };
  await send({ route: 'POST /api/audit/requests/{id}/grant', ...own });
  await send({ route: 'POST /api/audit/requests/{id}/refuse', ...own });
};

const receipts: Carrier = async ({ plant, send }) => {
  await send({ route: 'POST /api/receipts/verify', json: { intent: 1, outcome: 2, leaf: plant('leaf') } });
};

export const administrationCarriers: Readonly<Record<string, Carrier | 'no text'>> = {
  'POST /api/auth/login': signIn,
  'POST /api/auth/logout': 'no text',
  'GET /api/auth/me': 'no text',
  'PATCH /api/auth/me': account,
  'POST /api/auth/password': account,
  'GET /api/auth/sessions': 'no text',
  'DELETE /api/auth/sessions': 'no text',
  'DELETE /api/auth/sessions/{id}': 'no text',
  'GET /api/guide': 'no text',
  'PUT /api/guide': 'no text',
  'POST /api/redaction/preview': preview,
  'POST /api/redaction/open': openTokens,
  'GET /api/redaction/profiles': 'no text',
  'GET /api/redaction/custom-rules': 'no text',
  'POST /api/redaction/custom-rules/check': customRules,
  'GET /api/redaction/statistics': 'no text',
  'GET /api/redaction/statistics/export': 'no text',
  'GET /api/redaction/types': 'no text',
  'GET /api/redaction/types/{id}': 'no text',
  'GET /api/insights/overview': 'no text',
  'POST /api/receipts/verify': receipts,
  'GET /api/audit/state': 'no text',
  'GET /api/audit/compliance': audit,
  'GET /api/audit/entries': audit,
  'GET /api/audit/entries/{seq}': 'no text',
  'POST /api/audit/searches': audit,
  'GET /api/audit/searches/{search}/entries': 'no text',
  'GET /api/audit/export': audit,
  'POST /api/audit/verifications': 'no text',
  'POST /api/audit/verify': 'no text',
  'GET /api/audit/proofs/{seq}': 'no text',
  'GET /api/audit/checkpoint': 'no text',
  'GET /api/audit/checkpoint/qr': 'no text',
  'POST /api/audit/reveals': auditRequests,
  'POST /api/audit/erasures': auditRequests,
  'GET /api/audit/holds': 'no text',
  'POST /api/audit/holds': auditRequests,
  'POST /api/audit/holds/{hold}/releases': auditRequests,
  'GET /api/audit/requests': auditRequests,
  'GET /api/audit/requests/{id}': 'no text',
  'POST /api/audit/requests/{id}/grant': 'no text',
  'POST /api/audit/requests/{id}/refuse': 'no text',
  'POST /api/audit/requests/{id}/content': 'no text',
  'GET /api/policies': 'no text',
  'GET /api/policies/files': 'no text',
  'POST /api/policies/decide': policies,
  'POST /api/policies/permissions': 'no text',
  'POST /api/policies/tests': 'no text',
  'GET /api/users': users,
  'POST /api/users': users,
  'PATCH /api/users/{id}': users,
  'DELETE /api/users/{id}/sessions': 'no text',
  'GET /api/sessions': users,
  'DELETE /api/sessions/{id}': 'no text',
  'GET /api/api-keys': apiKeys,
  'POST /api/api-keys': apiKeys,
  'DELETE /api/api-keys/{id}': 'no text',
  'GET /healthz': 'no text',
  'GET /readyz': 'no text',
  'GET /metrics': 'no text',
  'GET /openapi.json': 'no text',
};
