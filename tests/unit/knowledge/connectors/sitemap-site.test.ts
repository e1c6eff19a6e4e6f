import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, SourceItem } from '../../../../server/knowledge/connectors/connector.ts';
import { createConnector } from '../../../../server/knowledge/connectors/create-connector.ts';
import { readSitemap } from '../../../../server/knowledge/connectors/read-sitemap.ts';
import { openSiteFixture, type SiteFixture } from '../../../helpers/sources/site-fixture.ts';
import { readItem } from '../../../helpers/sources/read-item.ts';
import { connectorDefaults } from '../../../helpers/sources/source-fixture.ts';

const { signal } = new AbortController();
let site: SiteFixture;
let connector: Connector;

beforeEach(async () => {
  site = await openSiteFixture();
  connector = createConnector(site.settings, site.credentials, { ...connectorDefaults, ...site.deps });
});
afterEach(() => site[Symbol.asyncDispose]());

async function items(): Promise<SourceItem[]> {
  const found: SourceItem[] = [];
  for await (const listed of connector.list(signal)) if (listed.kind === 'item') found.push(listed.item);
  return found;
}

describe('a site with a sitemap', () => {
  it('is read as its robots.txt allows', async () => {
    await site.put('open.md', '# Open\n');
    await site.put('private/plan.md', '# Plan\n');
    expect((await items()).map(({ path }) => path)).toEqual(['open.md']);
    site.setRobots('User-agent: intramura\nDisallow: /\n');
    expect(await items()).toEqual([]);
  });

  it('names pages so that their kind is known', async () => {
    for (const page of ['leave/', 'about', 'form.php?id=3', 'report.pdf'])
      await site.put(page, '<html></html>');
    const { origin } = new URL(site.settings.kind === 'sitemap' ? site.settings.url : '');
    site.listAddress(`${origin}/form.php?id=3`);
    const paths = (await items()).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['leave/index.html', 'about.html', 'form.php?id=3.html', 'report.pdf']),
    );
  });

  it('asks for a page again only when it has changed', async () => {
    await site.put('a.md', '# A\n');
    const [item] = await items();
    if (item === undefined) throw new Error('nothing listed');
    const first = await connector.open(item, { signal });
    await readItem(first);
    expect(await connector.open(item, { signal, known: first?.revision ?? '' })).toBeUndefined();
    await site.put('a.md', '# B\n');
    expect(await connector.open(item, { signal, known: first?.revision ?? '' })).toBeDefined();
  });
});

describe('a sitemap', () => {
  it.each([
    ['no XML', 'hello'],
    ['another kind of XML', '<rss/>'],
    ['cut short', '<urlset><url><loc>http://a/</loc>'],
    [
      'entities that grow without end',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
    ],
    [
      'a file of this machine',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>',
    ],
  ])('is refused when it is %s', (_what, text) => {
    expect(() => readSitemap(Buffer.from(text))).toThrow(
      expect.objectContaining({ code: 'ERR_SOURCE_INVALID' }),
    );
  });
});
