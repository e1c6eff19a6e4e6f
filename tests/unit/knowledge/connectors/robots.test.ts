import { describe, expect, it } from 'vitest';
import { parseRobots } from '../../../../server/knowledge/connectors/robots.ts';

describe('robots.txt', () => {
  it('opens everything when it says nothing', () => {
    expect(parseRobots('', 'Intramura')('/a')).toBe(true);
    expect(parseRobots('User-agent: other\nDisallow: /', 'Intramura')('/a')).toBe(true);
    expect(parseRobots('User-agent: *\nDisallow:', 'Intramura')('/a')).toBe(true);
  });

  it('is read for the group that names us, before that of everybody', () => {
    const mayRead = parseRobots(
      'User-agent: *\nDisallow: /\n\nUser-agent: x\nUser-agent: INTRAMURA # us\nDisallow: /b',
      'Intramura',
    );
    expect(mayRead('/a')).toBe(true);
    expect(mayRead('/b/c')).toBe(false);
  });

  it('lets the longest pattern decide, and allow between equals', () => {
    const mayRead = parseRobots(
      'User-agent: *\nDisallow: /p\nAllow: /p/open\nDisallow: /x\nAllow: /x',
      'Intramura',
    );
    expect(mayRead('/p/closed')).toBe(false);
    expect(mayRead('/p/open/1')).toBe(true);
    expect(mayRead('/x')).toBe(true);
  });

  it('knows the star and the end', () => {
    const mayRead = parseRobots('User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*b*c', 'Intramura');
    expect(mayRead('/files/x.pdf')).toBe(false);
    expect(mayRead('/files/x.pdf?page=1')).toBe(true);
    expect(mayRead('/a1b2c3')).toBe(false);
    expect(mayRead('/a1c')).toBe(true);
  });

  it('answers at once to a pattern made to be slow', () => {
    const mayRead = parseRobots(`User-agent: *\nDisallow: /${'*a'.repeat(5000)}$`, 'Intramura');
    expect(mayRead(`/${'a'.repeat(4000)}b`)).toBe(true);
  });
});
