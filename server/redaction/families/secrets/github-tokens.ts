import type { LiteralRule, MarkedSpan } from '../../rule.ts';
import { endsWithCrc32, withCrc32 } from '../../secrets/token-checksum.ts';
import { base62, word } from '../../secrets/token-body.ts';
import { tokenFound, vendorTokens } from '../../secrets/vendor-token.ts';

const BODY = 30;
const CHECK = 6;

/** Tokens whose last six characters are the CRC-32 of the thirty before them, in base 62. */
function checkedTokens(type: string, rows: readonly (readonly [string, string, string])[]): LiteralRule[] {
  return rows.map(([id, vendor, mark]) => {
    const body = base62(BODY + CHECK).sample;
    return {
      id,
      type,
      kind: 'literal',
      locale: vendor,
      validator: 'mark of the vendor, CRC-32 in base 62',
      score: 0.99,
      literals: [mark],
      pattern: new RegExp(`${mark}[A-Za-z0-9]{${BODY + CHECK}}`, 'y'),
      accept: (match, text) => checked(match, text, mark.length),
      tests: {
        found: [
          `TOKEN=⟦${mark}${withCrc32(body.slice(0, BODY))}⟧`,
          // A wrong check is masked all the same, as unverified.
          `TOKEN=⟦${mark}${body}⟧`,
        ],
        ignored: [`TOKEN=${mark}${body.slice(1)}`, `a${mark}${body}`, `${mark}${'x'.repeat(BODY + CHECK)}`],
      },
    };
  });
}

function checked(match: RegExpExecArray, text: string, markLength: number): MarkedSpan | undefined {
  const span = tokenFound(match, text, markLength);
  if (span === undefined) return undefined;
  return endsWithCrc32(match[0].slice(markLength)) ? span : { ...span, unverified: true };
}

export const githubTokens: readonly LiteralRule[] = [
  ...checkedTokens('GITHUB_TOKEN', [
    ['github-personal-token', 'github', 'ghp_'],
    ['github-oauth-token', 'github', 'gho_'],
    ['github-user-token', 'github', 'ghu_'],
    ['github-server-token', 'github', 'ghs_'],
    ['github-refresh-token', 'github', 'ghr_'],
  ]),
  ...vendorTokens('GITHUB_TOKEN', [
    ['github-fine-grained-token', 'github', 'github_pat_', word(40, 251)],
    ['github-long-token', 'github', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], base62(37, 251)],
  ]),
  ...checkedTokens('NPM_PYPI_TOKEN', [['npm-token', 'npm', 'npm_']]),
];
