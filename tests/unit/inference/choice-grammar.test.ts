import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceGrammar, onlyOption, quoteGbnf } from '../../../server/inference/choice-grammar.ts';

const anyText = fc.string({ unit: 'binary' });

/** Reads a GBNF string literal as llama.cpp does; undefined when it ends early or late. */
function readLiteral(literal: string): string | undefined {
  const inside = /^"((?:[^"\\\n\r]|\\u[0-9A-F]{4}|\\U[0-9A-F]{8})*)"$/.exec(literal)?.[1];
  return inside?.replace(/\\(?:u([0-9A-F]{4})|U([0-9A-F]{8}))/g, (_, short: string, long: string) =>
    String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  );
}

describe('quoteGbnf', () => {
  it('writes any text so that reading gives it back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readLiteral(quoteGbnf(text))).toBe(text);
      }),
    );
  });

  it('uses ASCII only, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(quoteGbnf(text)).toMatch(/^[ -~]*$/);
      }),
    );
  });

  it.each([
    ['"', '"\\u0022"'],
    ['\\', '"\\u005C"'],
    ['a\nb', '"a\\u000Ab"'],
    ['年', '"\\u5E74"'],
    ['😀', '"\\U0001F600"'],
    ['\uD800', '"\\uFFFD"'],
  ])('writes %j as %s', (text, literal) => expect(quoteGbnf(text)).toBe(literal));
});

describe('choiceGrammar', () => {
  it('lists each option once, after an optional space', () => {
    expect(choiceGrammar(['a', 'b', 'a'])).toBe('root ::= " "? ("a" | "b")\n');
  });
});

describe('onlyOption', () => {
  it('decides as soon as one option is left', () => {
    const options = ['Five days. [1]', 'Five weeks. [2]'];
    expect(onlyOption(options, ' Five ')).toBeUndefined();
    expect(onlyOption(options, ' Five d')).toBe('Five days. [1]');
    expect(onlyOption(options, '')).toBeUndefined();
    expect(onlyOption(options, 'x')).toBeUndefined();
  });

  it('waits while an option is the beginning of another', () => {
    expect(onlyOption(['a', 'ab'], 'a')).toBeUndefined();
    expect(onlyOption(['a', 'ab'], 'ab')).toBe('ab');
  });

  it('never returns what does not continue the text', () => {
    fc.assert(
      fc.property(fc.array(anyText), anyText, (options, soFar) => {
        const only = onlyOption(options, soFar);
        if (only === undefined) return;
        expect(options).toContain(only);
        expect(only.startsWith(soFar.trimStart())).toBe(true);
      }),
    );
  });
});
