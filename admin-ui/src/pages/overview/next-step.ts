import type { Alert } from '../../data/overview.ts';
import type { Permission } from '../../data/session.ts';
import type { overview } from '../../i18n/overview.ts';

interface Step {
  readonly path: string;
  readonly text: keyof (typeof overview)['en']['steps'];
  readonly permission: Permission;
}

/** Where to go on, best first; only steps that somebody may take are offered. */
const steps: Readonly<Record<Alert['kind'], readonly Step[]>> = {
  'log-changed': [{ path: '/audit', text: 'audit', permission: 'audit:verify' }],
  'log-unsigned': [{ path: '/audit', text: 'audit', permission: 'audit:verify' }],
  'log-never-verified': [{ path: '/audit', text: 'verify', permission: 'audit:verify' }],
  'log-verified-long-ago': [{ path: '/audit', text: 'verify', permission: 'audit:verify' }],
  'model-failed': [{ path: '/models', text: 'models', permission: 'model:manage' }],
  'model-not-ready': [{ path: '/models', text: 'models', permission: 'model:manage' }],
  'disk-low': [],
  'jobs-failed': [{ path: '/knowledge', text: 'jobs', permission: 'document:create' }],
  'sources-failed': [{ path: '/knowledge/sources', text: 'sources', permission: 'source:read' }],
  'first-password': [
    { path: '/people', text: 'people', permission: 'user:update' },
    { path: '/account', text: 'password', permission: 'session:read' },
  ],
  'many-declined': [{ path: '/knowledge', text: 'knowledge', permission: 'document:create' }],
  'many-failed': [],
};

export function nextStep(kind: Alert['kind'], held: readonly Permission[]): Step | undefined {
  return steps[kind].find(({ permission }) => held.includes(permission));
}
