import { UsageError } from './usage-error.ts';

/** `value`: given once. `values`: any number of times. `flag`: without a value. */
export type OptionKind = 'value' | 'values' | 'flag';

export interface Arguments {
  readonly positionals: readonly string[];
  value(name: string): string | undefined;
  values(name: string): readonly string[];
  flag(name: string): boolean;
  /** A whole number of at least `least`, or undefined when it is not given. @throws UsageError */
  number(name: string, least: number): number | undefined;
}

/** Reads `--name value`, `--name=value` and `--flag`. @throws UsageError */
export function parseArguments(
  args: readonly string[],
  kinds: Readonly<Record<string, OptionKind>>,
): Arguments {
  const found = new Map<string, string[]>();
  const positionals: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (!arg.startsWith('--')) {
      positionals.push(arg);
      continue;
    }
    const [name, inline] = splitOnce(arg.slice(2));
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw new UsageError(`There is no option --${name}.`);
    const value = kind === 'flag' ? 'true' : (inline ?? rest.shift());
    if (value === undefined) throw new UsageError(`--${name} needs a value.`);
    const values = found.get(name) ?? [];
    if (kind !== 'values' && values.length > 0) throw new UsageError(`--${name} is given twice.`);
    found.set(name, [...values, value]);
  }
  const valueOf = (name: string): string | undefined => found.get(name)?.[0];
  return {
    positionals,
    value: valueOf,
    values: (name) => found.get(name) ?? [],
    flag: (name) => found.has(name),
    number(name, least) {
      const text = valueOf(name);
      if (text === undefined) return undefined;
      const value = Number(text);
      if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
      throw new UsageError(`--${name} must be a whole number of at least ${least}.`);
    },
  };
}

function splitOnce(text: string): [string, string | undefined] {
  const end = text.indexOf('=');
  return end < 0 ? [text, undefined] : [text.slice(0, end), text.slice(end + 1)];
}
