import { describe, expect, it } from 'vitest';
import { laws } from '../../../../server/audit/compliance/clause.ts';
import { clauses } from '../../../../server/audit/compliance/clauses.ts';
import { findClauses } from '../../../../server/audit/compliance/find-clauses.ts';

describe('the clauses', () => {
  it('have ids of their own and cover every law', () => {
    const ids = clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(clauses.map(({ law }) => law))).toEqual(new Set(laws));
  });

  it.each(clauses)('$id has something to show, in both languages', ({ asks, evidence }) => {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { zh } of [asks, ...evidence.map(({ shows }) => shows)]) expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it('are found by their id, or by the start of several', () => {
    expect(findClauses('pci-10.2.1.3').map(({ id }) => id)).toEqual(['pci-10.2.1.3']);
    expect(findClauses('pci-10.2.1').length).toBe(7);
    expect(findClauses()).toBe(clauses);
  });

  it('are not guessed, and an unknown id is not repeated', () => {
    expect(() => findClauses('li.na@example.com')).toThrow(
      expect.objectContaining({ code: 'ERR_NOT_FOUND', message: expect.not.stringContaining('li.na') }),
    );
  });
});
