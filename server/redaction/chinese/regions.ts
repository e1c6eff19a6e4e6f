import { shortPlaceName } from './lexicon.ts';
import { cityNames, countyNames, provinceNames } from './tables/regions.ts';

/** The name of a region at some place of a text. */
export interface RegionAt {
  readonly end: number;
  readonly level: 'province' | 'city' | 'county';
  /** Written with its suffix: 海淀区, not 海淀. */
  readonly full: boolean;
}

interface Entry {
  readonly name: string;
  readonly level: RegionAt['level'];
  readonly full: boolean;
}

/** Finds names of GB/T 2260 by their first two Hanzi; the longest at a place wins. */
export interface Regions {
  at(text: string, start: number): RegionAt | undefined;
}

let shared: Regions | undefined;

/** Built at first use and kept. */
export function chineseRegions(): Regions {
  shared ??= buildRegions();
  return shared;
}

function buildRegions(): Regions {
  const byHead = new Map<number, Entry[]>();
  addAll(provinceNames, 'province');
  addAll(cityNames, 'city');
  addAll(countyNames, 'county');
  for (const entries of byHead.values()) entries.sort((a, b) => b.name.length - a.name.length);
  return {
    at(text, start) {
      const head = (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
      const entry = byHead.get(head)?.find(({ name }) => text.startsWith(name, start));
      return entry && { end: start + entry.name.length, level: entry.level, full: entry.full };
    },
  };

  function addAll(names: string, level: RegionAt['level']): void {
    for (const name of names.trim().split(/\s+/)) {
      add({ name, level, full: true });
      const short = shortPlaceName(name);
      if (short !== undefined) add({ name: short, level, full: false });
    }
  }

  function add(entry: Entry): void {
    const head = (entry.name.charCodeAt(0) << 16) | entry.name.charCodeAt(1);
    const entries = byHead.get(head) ?? [];
    if (entries.some(({ name }) => name === entry.name)) return;
    entries.push(entry);
    byHead.set(head, entries);
  }
}
