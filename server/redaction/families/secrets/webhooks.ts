import type { LiteralRule, Span } from '../../rule.ts';
import { chain, escapePattern, hex, smallLetters, type TokenBody, uuid } from '../../secrets/token-body.ts';
import { isLetterOrDigit } from '../../secrets/vendor-token.ts';

const LONGEST_HOST_START = 64;

/** Hooks whose host begins with the customer's own name. */
export const webhooks: readonly LiteralRule[] = [
  hook(
    'teams-hook',
    'microsoft',
    '.webhook.office.com/webhookb2/',
    chain(uuid, '@', uuid, '/IncomingWebhook/', hex(32), '/', uuid),
  ),
  hook(
    'teams-workflow-hook',
    'microsoft',
    '.logic.azure.com:443/workflows/',
    chain(hex(32), '/triggers/manual/paths/invoke'),
  ),
  hook('make-hook', 'make', '.make.com/', smallLetters(30, 40)),
  hook('mattermost-hook', 'mattermost', '/hooks/', smallLetters(26)),
  hook('n8n-hook', 'n8n', '.app.n8n.cloud/webhook/', uuid),
];

function hook(id: string, vendor: string, mark: string, body: TokenBody): LiteralRule {
  const value = `https://eu1${mark}${body.sample}`;
  return {
    id,
    type: 'GENERIC_API_KEY',
    kind: 'literal',
    locale: vendor,
    validator: 'link structure',
    score: 0.95,
    literals: [mark],
    pattern: new RegExp(escapePattern(mark) + body.source, 'y'),
    accept: linkBefore,
    tests: {
      found: [`POST ⟦${value}⟧`, `机器人地址：⟦${value}⟧`],
      ignored: [`https://eu1${mark}${body.tooShort}`, `ftp://eu1${mark}${body.sample}`],
    },
  };
}

/** The link that the match is a part of. */
function linkBefore(match: RegExpExecArray, text: string): Span | undefined {
  const end = match.index + match[0].length;
  if (isLetterOrDigit(text.charCodeAt(end))) return undefined;
  const from = Math.max(0, match.index - LONGEST_HOST_START);
  const start = text.slice(from, match.index).lastIndexOf('https://');
  return start < 0 || /\s/.test(text.slice(from + start, match.index))
    ? undefined
    : { start: from + start, end };
}
