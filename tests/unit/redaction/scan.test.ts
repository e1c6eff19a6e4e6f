import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { visitCodes } from '../../../server/redaction/scan/code-candidates.ts';
import { contextOf } from '../../../server/redaction/scan/context.ts';
import { Groupings } from '../../../server/redaction/scan/groupings.ts';
import { visitNumbers } from '../../../server/redaction/scan/number-candidates.ts';
import { OpeningTable } from '../../../server/redaction/scan/opening-table.ts';
import { NO_NODE, PackedTrie } from '../../../server/redaction/scan/packed-trie.ts';
import { createRuleDetector } from '../../../server/redaction/scan/rule-detector.ts';
import type { EntityType } from '../../../server/redaction/entity-type.ts';
import type { Rule } from '../../../server/redaction/rule.ts';
import { createTextView } from '../../../server/redaction/text-view.ts';
import { createWordIndex } from '../../../server/redaction/scan/word-index.ts';

describe('a packed trie', () => {
  it('holds exactly the words that were put into it', () => {
    const trial = fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 400 }),
      fc.string({ minLength: 1, maxLength: 6 }),
      (words, other) => {
        const trie = new PackedTrie();
        const nodes = new Map(words.map((word) => [trie.insert(word), word]));
        expect(nodes.size).toBe(words.length);
        for (const word of [...words, other]) {
          let node = trie.first(word.charCodeAt(0));
          for (let at = 1; at < word.length && node !== NO_NODE; at += 1)
            node = trie.next(node, word.charCodeAt(at));
          expect(nodes.get(node)).toBe(words.includes(word) ? word : undefined);
        }
      },
    );
    fc.assert(trial, { numRuns: 50 });
  });
});

describe('code candidates', () => {
  const groupings = new Groupings([
    ['9', true],
    ['2-2-2-2-1', true],
  ]);
  const codesIn = (text: string): readonly string[] => {
    const codes: string[] = [];
    visitCodes(text, groupings, (start, end) => codes.push(text.slice(start, end)));
    return codes;
  };

  it('are pieces with a letter and a digit, in one piece or grouped as some rule asks', () => {
    expect(codesIn('护照E12345678，NINO QQ 12 34 56 C or QQ-12-34-56-C')).toEqual([
      'E12345678',
      'QQ 12 34 56 C',
      'QQ-12-34-56-C',
    ]);
  });

  it('are never a part of a longer piece', () => {
    expect(codesIn('E123456789 XE12345678')).toEqual([]);
  });

  it('hold both a letter and a digit', () => {
    expect(codesIn('123456789 documents')).toEqual([]);
  });
});

describe('number candidates', () => {
  const groupings = new Groupings([
    ['9', true],
    ['3-3-3', true],
  ]);
  const numbersIn = (text: string): readonly string[] => {
    const numbers: string[] = [];
    visitNumbers(text, groupings, (start, end, { digitByDigit, wrapped }) =>
      numbers.push(`${text.slice(start, end)}${digitByDigit ? ' spelled' : ''}${wrapped ? ' wrapped' : ''}`),
    );
    return numbers;
  };

  it('are grouped as some rule asks, and never a part of a longer run of digits', () => {
    expect(numbersIn('123456789, 123-456-789, 12-34, 1234567890')).toEqual(['123456789', '123-456-789']);
  });

  it('may be read out digit by digit', () => {
    expect(numbersIn('1 2 3 4 5, 1 2 3 45')).toEqual(['1 2 3 4 5 spelled']);
  });

  it('may go on in the next line', () => {
    expect(numbersIn('12345\n6789')).toEqual(['12345\n6789 wrapped']);
  });
});

describe('an opening table', () => {
  it('never rules out a word of its list', () => {
    const trial = fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 50 }),
      fc.string({ maxLength: 5 }),
      (words, rest) => {
        const table = new OpeningTable();
        for (const word of words) table.add(word);
        const unitAt = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
        for (const text of words.map((word) => word + rest))
          expect(table.mayBegin(unitAt(text, 0), unitAt(text, 1), unitAt(text, 2))).toBe(true);
      },
    );
    fc.assert(trial, { numRuns: 100 });
  });
});

describe('the words near a value', () => {
  const index = createWordIndex(
    [{ id: 'T', label: 'T', tier: 'personal', locale: '*', canonical: 'compact', context: ['badge'] }],
    [],
  );
  const isNear = (text: string): boolean => {
    const start = text.indexOf('4711');
    return contextOf(index.find(text), text, start, start + 4).near.length > 0;
  };

  it('stand in the same sentence', () => {
    expect(isNear('badge no. 4711')).toBe(true);
    expect(isNear('4711 is my badge')).toBe(true);
    expect(isNear('badge is lost. Is 4711')).toBe(false);
    expect(isNear('badge! 4711')).toBe(false);
    expect(isNear('4711; badge')).toBe(false);
  });

  it('may stand in the line above only when the value begins the next', () => {
    expect(isNear('badge\n4711')).toBe(true);
    expect(isNear('badge\nfor 4711')).toBe(false);
  });

  it('agree with the pattern of the end of a sentence', () => {
    const pieces = fc.constantFrom('。', ';', '!', '?', '. ', '\n', ' ', 'a', 'word', 'two', '.', '12');
    const trial = fc.property(fc.array(pieces, { maxLength: 5 }), (gap) => {
      const between = ` ${gap.join('')} `;
      fc.pre(between.length <= 14);
      const breaks = /[。;!?]|[A-Za-z]{4}\. |\n[^\n]{0,3}\S{3}/.test(between);
      expect(isNear(`badge${between}4711`)).toBe(!breaks);
      expect(isNear(`4711${between}badge`)).toBe(!breaks);
    });
    fc.assert(trial, { numRuns: 300 });
  });
});

const type: EntityType = {
  id: 'BADGE',
  label: 'BADGE',
  tier: 'personal',
  locale: '*',
  canonical: 'compact',
  context: ['badge', '工牌'],
  unless: ['order'],
};

function findWith(rule: Rule, text: string): readonly string[] {
  const detector = createRuleDetector([{ types: [type], rules: [rule] }]);
  const found = detector.detect(createTextView(text), new Set([type.id]));
  return found.map(
    ({ start, end, unverified }) => text.slice(start, end) + (unverified === true ? ' ?' : ''),
  );
}

const base = {
  id: 'badge',
  type: 'BADGE',
  validator: 'check',
  score: 0.7,
  tests: { found: ['⟦-⟧'], ignored: ['-'] },
} satisfies Partial<Rule>;

describe('rules by kind', () => {
  const code: Rule = {
    ...base,
    kind: 'code',
    context: 'free',
    lengths: [6],
    groupings: ['2-4'],
    shape: /^[A-Z]{2}\d{4}$/,
    keepUnverified: true,
    accept: (compact) => compact.endsWith('7'),
  };

  it('find a code in either letter case, next to Hanzi, and in the groups of the rule', () => {
    expect(findWith(code, '号AB1237和ab1237，AB-1237')).toEqual(['AB1237', 'ab1237', 'AB-1237']);
  });

  it('leave a code that fails its check, unless a label stands right before it', () => {
    expect(findWith(code, 'AB1238 is here')).toEqual([]);
    expect(findWith(code, 'badge no. AB1238')).toEqual(['AB1238 ?']);
    expect(findWith(code, '工牌：AB1238')).toEqual(['AB1238 ?']);
  });

  it('leave a code that is ruled out or a part of an identifier', () => {
    expect(findWith(code, 'order AB1237, my_AB1237')).toEqual([]);
  });

  it('find a literal in its letter case wherever it begins a value', () => {
    const literal: Rule = {
      ...base,
      kind: 'literal',
      literals: ['bdg_', 'bdx_'],
      pattern: /bd[gx]_[a-z]{4}/y,
    };
    expect(findWith(literal, 'key=bdg_abcd;bdx_efgh BDG_abcd bdg_abcde')).toEqual(['bdg_abcd', 'bdx_efgh']);
  });

  it('find the words of a list as whole words, where they are announced', () => {
    const list: Rule = { ...base, kind: 'list', context: 'required', words: ['red', '红色'] };
    expect(findWith(list, 'badge: Red. Their shredder is red.')).toEqual(['Red']);
    expect(findWith(list, '工牌红色')).toEqual(['红色']);
  });
});
