import type { LogState } from '../audit/audit-log.ts';
import type { ModelStatus } from '../inference/inference.ts';
import { type OutcomeCounts, totalOf } from '../insights/summarize.ts';
import type { VerificationResult } from '../pipeline/audit-verification.ts';
import type { HostFacts } from './host-facts.ts';

export const alertKinds = [
  'log-changed',
  'log-unsigned',
  'log-never-verified',
  'log-verified-long-ago',
  'model-failed',
  'model-not-ready',
  'disk-low',
  'jobs-failed',
  'sources-failed',
  'first-password',
  'many-declined',
  'many-failed',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const alertLevels = ['critical', 'warning', 'notice'] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** Something that somebody should look at. What to do about it is said where it is shown. */
export interface Alert {
  readonly kind: AlertKind;
  readonly level: AlertLevel;
  /** What it is about: the id of a model. */
  readonly subject?: string;
  /** How many, or how many bytes are free. */
  readonly count?: number;
  /** A share between 0 and 1. */
  readonly share?: number;
  /** Since when, or when last. */
  readonly at?: Date;
}

export interface Circumstances {
  readonly now: Date;
  readonly log: LogState;
  readonly verification: VerificationResult | undefined;
  readonly models: readonly ModelStatus[];
  readonly disk: HostFacts['disk'];
  /** Jobs that failed lately and that nobody has tried again or dismissed. */
  readonly failedJobs: number;
  /** Sources that are switched on and whose last run failed: their documents are no longer kept in step. */
  readonly failedSources: number;
  /** Administrators whose password somebody else has given them. */
  readonly givenPasswords: number;
  /** Of the range that is looked at. */
  readonly outcomes: OutcomeCounts;
}

const DAY_MS = 86_400_000;
/** A checkpoint follows within a second; a minute without one is not the load. */
const UNSIGNED_MS = 60_000;
const VERIFY_DAYS = 30;
const GIB = 2 ** 30;
/** Fewer exchanges say nothing about shares. */
const FEWEST_EXCHANGES = 20;
const MANY_DECLINED = 0.4;
const MANY_FAILED = 0.1;

/** Everything that needs a look, gravest first. */
export function findAlerts(about: Circumstances): Alert[] {
  const alerts = [
    ...logAlerts(about),
    ...about.models.flatMap(modelAlert),
    ...diskAlert(about.disk),
    ...jobAlert(about.failedJobs),
    ...sourceAlert(about.failedSources),
    ...passwordAlert(about.givenPasswords),
    ...exchangeAlerts(about.outcomes),
  ];
  return alerts.toSorted((a, b) => alertLevels.indexOf(a.level) - alertLevels.indexOf(b.level));
}

function logAlerts({ now, log, verification }: Circumstances): Alert[] {
  return [...signingAlert(now, log), ...verificationAlert(now, verification)];
}

function signingAlert(now: Date, { size, checkpoint }: LogState): Alert[] {
  const since = checkpoint.at;
  const old = since === undefined || now.getTime() - since.getTime() > UNSIGNED_MS;
  const count = size - checkpoint.size;
  if (!checkpoint.failing && (count === 0 || !old)) return [];
  return [{ kind: 'log-unsigned', level: 'critical', count, ...(since === undefined ? {} : { at: since }) }];
}

function verificationAlert(now: Date, verification: VerificationResult | undefined): Alert[] {
  if (verification === undefined) return [{ kind: 'log-never-verified', level: 'notice' }];
  const at = new Date(verification.at);
  if (!verification.ok) return [{ kind: 'log-changed', level: 'critical', at }];
  const old = now.getTime() - at.getTime() > VERIFY_DAYS * DAY_MS;
  return old ? [{ kind: 'log-verified-long-ago', level: 'notice', at }] : [];
}

function modelAlert({ id, state, restarts }: ModelStatus): Alert[] {
  switch (state) {
    case 'failed':
      return [{ kind: 'model-failed', level: 'critical', subject: id }];
    case 'starting':
    case 'restarting':
    case 'unloaded':
      return [{ kind: 'model-not-ready', level: 'warning', subject: id, count: restarts }];
    case 'ready':
    case 'stopped':
      return [];
    default:
      return state satisfies never;
  }
}

function diskAlert({ totalBytes, freeBytes }: HostFacts['disk']): Alert[] {
  const share = totalBytes === 0 ? 1 : freeBytes / totalBytes;
  const low = { kind: 'disk-low', count: freeBytes, share } as const;
  if (freeBytes < GIB || share < 0.02) return [{ ...low, level: 'critical' }];
  return freeBytes < 5 * GIB || share < 0.1 ? [{ ...low, level: 'warning' }] : [];
}

function jobAlert(count: number): Alert[] {
  return count === 0 ? [] : [{ kind: 'jobs-failed', level: 'warning', count }];
}

function sourceAlert(count: number): Alert[] {
  return count === 0 ? [] : [{ kind: 'sources-failed', level: 'warning', count }];
}

function passwordAlert(count: number): Alert[] {
  return count === 0 ? [] : [{ kind: 'first-password', level: 'warning', count }];
}

function exchangeAlerts(outcomes: OutcomeCounts): Alert[] {
  const total = totalOf(outcomes);
  if (total < FEWEST_EXCHANGES) return [];
  const declined = outcomes.declined / total;
  const failed = outcomes.failed / total;
  return [
    ...(failed > MANY_FAILED
      ? [{ kind: 'many-failed', level: 'warning', count: outcomes.failed, share: failed } as const]
      : []),
    ...(declined > MANY_DECLINED
      ? [{ kind: 'many-declined', level: 'warning', count: outcomes.declined, share: declined } as const]
      : []),
  ];
}
