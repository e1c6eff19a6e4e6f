import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFreeText } from '../../../../server/redaction/english/detect-free-text.ts';

function valuesOf(text: string, ...types: readonly string[]): readonly string[] {
  return detectFreeText({ text, found: [] })
    .filter(({ type }) => types.includes(type))
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end }) => text.slice(start, end));
}

describe('persons in English text', () => {
  it.each([
    ['Minutes taken by Ingrid Solberg and Wei Zhang.', ['Ingrid Solberg', 'Wei Zhang']],
    ['Ask J. R. Haverkamp, the auditor.', ['J. R. Haverkamp']],
    ['We saw Pieter van der Velde at lunch.', ['Pieter van der Velde']],
    ['Robert Downing Jr. signed it.', ['Robert Downing Jr']],
    ["Katarzyna's laptop is here.", ['Katarzyna']],
    ['Best regards,\nNiamh', ['Niamh']],
    ['Will Smith and Mark Baker agreed.', ['Will Smith', 'Mark Baker']],
    ['They are Elaine, Rose, and Dan.', ['Elaine', 'Rose', 'Dan']],
    ['JOHN CARTER called twice.', ['JOHN CARTER']],
    ['please call jennifer lopez back today', ['jennifer lopez']],
  ])('are found: %s', (text, names) => {
    expect(valuesOf(text, 'PERSON')).toEqual(names);
  });

  it.each([
    'The Quarterly Report is due in May.',
    'Mark the field and Bill the customer.',
    'Open Settings, then Privacy, then Location Services.',
    'We moved from Jenkins to GitHub Actions.',
    'Virginia creeper covers the wall. Jasmine tea is sold out.',
    'Christmas and Easter are holidays.',
    'A page is in English and Chinese, and SHA-256 is used with HMAC-SHA.',
    'Pino is fast and works with every logger.',
    'HTTP and JSON are used by the API of Kubernetes.',
  ])('are not seen in: %s', (text) => {
    expect(valuesOf(text, 'PERSON')).toEqual([]);
  });
});

describe('addresses in English text', () => {
  it.each([
    [
      'Deliver to 7 Rue Saint-Honoré, Apt. 4, 75001 Paris, France today',
      '7 Rue Saint-Honoré, Apt. 4, 75001 Paris, France',
    ],
    ['She lives at Via Garibaldi 12, Milano', 'Via Garibaldi 12, Milano'],
    [
      'Anna Vels\nBrouwersgracht 44\n1013 GZ Amsterdam\nNetherlands',
      'Brouwersgracht 44\n1013 GZ Amsterdam\nNetherlands',
    ],
    ['the office at ul. Długa 5, 31-147 Kraków', 'ul. Długa 5, 31-147 Kraków'],
    ['Write to 221b Baker Street, London NW1 6XE.', '221b Baker Street, London NW1 6XE'],
    ['sent to hochstrasse 63 yesterday', 'hochstrasse 63'],
  ])('are found whole: %s', (text, address) => {
    expect(valuesOf(text, 'STREET_ADDRESS')).toEqual([address]);
  });

  it.each([
    'It takes a 15 minute drive by road.',
    'Step 1, Step 2 and Step 3',
    'Room 12 on Floor 3',
    'Order 25 units of Part 118, Lot 40',
    'In 2019, Berlin had 3700 bars.',
    'It grows from 290 to 325 MB, with 790 MiB resident.',
  ])('are not seen in: %s', (text) => {
    expect(valuesOf(text, 'STREET_ADDRESS')).toEqual([]);
  });
});

describe('places and organisations in English text', () => {
  it('are told apart by what stands around them', () => {
    const text = 'She left Zenvik Bank in Oslo for the University of Ghent and moved to Hrušovany.';
    expect(valuesOf(text, 'LOCATION')).toEqual(['Oslo', 'Hrušovany']);
    expect(valuesOf(text, 'ORGANIZATION')).toEqual(['Zenvik Bank', 'University of Ghent']);
  });

  it('leave Latin words inside Chinese alone', () => {
    expect(valuesOf('请用Zenvik登录后再联系我', 'ORGANIZATION', 'LOCATION', 'PERSON')).toEqual([]);
  });

  it('leave terms of the trade alone', () => {
    const text = 'Each Work Package needs a Cost Centre, and the Product Owner decides.';
    expect(valuesOf(text, 'LOCATION', 'ORGANIZATION', 'PERSON')).toEqual([]);
  });
});

describe('findings', () => {
  it('leave alone what other rules have found', () => {
    const text = 'mail Ingrid.Solberg@zenvik.example now';
    const found = [{ type: 'EMAIL', rule: 'email', start: 5, end: 34, score: 1 }];
    expect(detectFreeText({ text, found })).toEqual([]);
  });

  it('are apart where a date follows the corner of a street', () => {
    const found = detectFreeText({ text: 'the corner of John and 12 May', found: [] });
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [23, 29],
      [14, 18],
    ]);
  });

  it('are inside the text and apart, whatever it holds', () => {
    const word = fc.constantFrom(
      'John',
      'Street',
      '12',
      'de',
      'the',
      'Oslo',
      'May',
      'Inc',
      '\n',
      ',',
      '.',
      '&',
      "'s",
      'Apt',
      'Mr',
      'corner of',
      'and',
    );
    const check = fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join(' ');
      const found = detectFreeText({ text, found: [] }).toSorted((a, b) => a.start - b.start);
      let previous = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(previous);
        expect(end).toBeGreaterThan(start);
        previous = end;
      }
      expect(previous).toBeLessThanOrEqual(text.length);
    });
    fc.assert(check, { numRuns: 500 });
  });
});
