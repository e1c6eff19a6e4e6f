import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { type AuditEntry, type AuditSearch, ENTRIES_PER_PAGE, useAuditPages } from '../../data/audit.ts';
import { audit } from '../../i18n/audit.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './entry-table.module.css';
import { actorOf, summaryOf } from './entry-summary.ts';

/** CSS pixels. */
const ROW_HEIGHT = 36;

/** All entries of a search as one scrolling table, however many: only what is seen is drawn and loaded. */
export function EntryTable({ search }: { readonly search: AuditSearch }): ReactNode {
  const t = useTexts(audit);
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: search.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const shown = rows.getVirtualItems();
  const pages = pagesBetween(shown.at(0)?.index ?? 0, shown.at(-1)?.index ?? 0);
  const loaded = useAuditPages(search.search, pages);
  return (
    <div
      ref={box}
      className={classes['box']}
      role="table"
      aria-label={t.table}
      aria-rowcount={search.total + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className={classes['head']}>
        <div role="row" aria-rowindex={1} className={classes['row']}>
          {[t.number, t.time, t.type, t.actor, t.about].map((name) => (
            <span role="columnheader" key={name}>
              {name}
            </span>
          ))}
        </div>
      </div>
      <Box role="rowgroup" pos="relative" h={rows.getTotalSize()}>
        {shown.map(({ index, start }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            className={`${classes['row'] ?? ''} ${classes['entry'] ?? ''}`}
            style={{ transform: `translateY(${start}px)` }}
          >
            <EntryRow entry={loaded.get(Math.floor(index / ENTRIES_PER_PAGE))?.[index % ENTRIES_PER_PAGE]} />
          </div>
        ))}
      </Box>
    </div>
  );
}

function EntryRow({ entry }: { readonly entry: AuditEntry | undefined }): ReactNode {
  const t = useTexts(audit);
  const format = useFormat();
  if (entry === undefined) {
    return (
      <Text role="cell" size="sm" c="dimmed" className={classes['waiting']}>
        {t.loadingRow}
      </Text>
    );
  }
  const at = new Date(entry.at);
  return (
    <>
      <span role="cell">
        <Link to="/audit/$seq" params={{ seq: String(entry.seq) }}>
          {entry.seq}
        </Link>
      </span>
      <time role="cell" dateTime={entry.at} title={format.exactTime(at)}>
        {format.time(at)}
      </time>
      <span role="cell">{entry.type}</span>
      <span role="cell" className={classes['id']}>
        {actorOf(entry)}
      </span>
      <span role="cell" className={classes['about']}>
        {summaryOf(entry)}
      </span>
    </>
  );
}

function pagesBetween(first: number, last: number): readonly number[] {
  const start = Math.floor(first / ENTRIES_PER_PAGE);
  const end = Math.floor(last / ENTRIES_PER_PAGE);
  return Array.from({ length: end - start + 1 }, (_, index) => start + index);
}
