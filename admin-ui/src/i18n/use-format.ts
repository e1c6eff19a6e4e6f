import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

/** Numbers and times as the language of the page writes them, times in the person's zone. */
export interface Format {
  readonly number: (value: number, digits?: number) => string;
  /** A share between 0 and 1. */
  readonly percent: (share: number) => string;
  readonly bytes: (value: number) => string;
  readonly seconds: (ms: number) => string;
  readonly day: (at: Date) => string;
  /** Day and minute. */
  readonly time: (at: Date) => string;
  /** To the second, with the zone. */
  readonly exactTime: (at: Date) => string;
  /** `5 minutes ago`. */
  readonly ago: (at: Date, now: Date) => string;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

export function useFormat(): Format {
  const { tag } = useLanguage();
  return useMemo(() => createFormat(tag), [tag]);
}

export function createFormat(tag: string): Format {
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const number = (value: number, digits = 0): string =>
    value.toLocaleString(tag, { maximumFractionDigits: digits });
  return {
    number,
    percent: (share) => percent.format(share),
    bytes: (value) => formatBytes(value, number),
    seconds: (ms) => (ms < 1000 ? `${number(ms)} ms` : `${number(ms / 1000, 1)} s`),
    day: (at) => day.format(at),
    time: (at) => time.format(at),
    exactTime: (at) => exact.format(at),
    ago(at, now) {
      const seconds = (at.getTime() - now.getTime()) / 1000;
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
      return relative.format(Math.round(seconds / size), unit);
    },
  };
}

function formatBytes(value: number, number: (value: number, digits: number) => string): string {
  const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(names.length - 1, value < 1 ? 0 : Math.floor(Math.log2(value) / 10));
  return `${number(value / 1024 ** power, power === 0 ? 0 : 1)} ${names[power] ?? 'B'}`;
}
