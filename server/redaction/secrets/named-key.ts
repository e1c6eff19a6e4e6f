import type { LiteralRule, Span } from '../rule.ts';
import { isPlaceholder } from './placeholder-value.ts';
import { escapePattern, type TokenBody } from './token-body.ts';
import { isLetterOrDigit } from './vendor-token.ts';

/** Id of the rule, whose key it is, the variables that hold it by the vendor's documentation, and the key. */
export type NamedKeyRow = readonly [
  id: string,
  vendor: string,
  names: readonly [string, ...string[]],
  body: TokenBody,
];

const ASSIGNED = '["\'\\]]?\\s{0,4}(?:=>|:=|[:=])\\s{0,4}["\'`]?';

/** Rules for keys without a mark: the name of the variable and the shape of its value tell them. */
export function namedKeys(type: string, rows: readonly NamedKeyRow[]): readonly LiteralRule[] {
  return rows.map(([id, vendor, names, body]) => {
    const literals = [
      ...new Set(
        names.flatMap((name) => [
          name,
          name.toLowerCase(),
          name.toLowerCase().replaceAll('_', '-'),
          toCamelCase(name),
        ]),
      ),
    ];
    const [name] = names;
    return {
      id,
      type,
      kind: 'literal',
      locale: vendor,
      validator: "the vendor's name of the variable, alphabet, length",
      score: 0.9,
      literals,
      pattern: new RegExp(`(?:${literals.map(escapePattern).join('|')})${ASSIGNED}(${body.source})`, 'y'),
      accept: valueFound,
      tests: {
        found: [
          `${name}=⟦${body.sample}⟧`,
          `"${toCamelCase(name)}": "⟦${body.sample}⟧",`,
          `${name.toLowerCase()}: ⟦${body.sample}⟧`,
        ],
        ignored: [`${name}=${body.tooShort}`, `${name} was renewed: ${body.sample}`, `X=${body.sample}`],
      },
    };
  });
}

function toCamelCase(name: string): string {
  return name.toLowerCase().replace(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}

function valueFound(match: RegExpExecArray, text: string): Span | undefined {
  const value = match[1] ?? '';
  const end = match.index + match[0].length;
  if (isLetterOrDigit(text.charCodeAt(end)) || isPlaceholder(value)) return undefined;
  return { start: end - value.length, end };
}
