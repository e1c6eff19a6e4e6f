import type { Alert } from '../../data/overview.ts';
import type { overview } from '../../i18n/overview.ts';
import type { Format } from '../../i18n/use-format.ts';

/** What an alert says, in the language of the page. */
export function sentenceOf(
  { kind, subject = '', count = 0, share = 0 }: Alert,
  { alerts: t }: (typeof overview)['en'],
  format: Format,
): string {
  switch (kind) {
    case 'log-changed':
      return t.logChanged;
    case 'log-unsigned':
      return count === 0 ? t.logSigningFails : t.logUnsigned(format.number(count));
    case 'log-never-verified':
      return t.logNeverVerified;
    case 'log-verified-long-ago':
      return t.logVerifiedLongAgo;
    case 'model-failed':
      return t.modelFailed(subject);
    case 'model-not-ready':
      return t.modelNotReady(subject);
    case 'disk-low':
      return t.diskLow(format.bytes(count), format.percent(share));
    case 'jobs-failed':
      return t.jobsFailed(count);
    case 'sources-failed':
      return t.sourcesFailed(count);
    case 'first-password':
      return t.firstPassword(count);
    case 'many-declined':
      return t.manyDeclined(format.percent(share));
    case 'many-failed':
      return t.manyFailed(format.percent(share));
    default:
      return kind satisfies never;
  }
}
