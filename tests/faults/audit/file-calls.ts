/** What a traced program did to its files, and what it said, in order. `at`: place in the order. */
export type FileCall = { readonly at: number } & (
  | { readonly kind: 'open'; readonly path: string; readonly create: boolean; readonly truncate: boolean }
  /** `offset` undefined: at the end. */
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly offset: number | undefined;
      readonly data: Buffer;
    }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  /** Done at `at`; covers what was written before `began`. */
  | { readonly kind: 'sync'; readonly path: string; readonly began: number }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'mkdir'; readonly path: string }
  | { readonly kind: 'say'; readonly text: string }
);

/** The calls that must be traced. Anything else that changes a file would be missed. */
export const tracedCalls = [
  'openat',
  'pwrite64',
  'write',
  'fsync',
  'fdatasync',
  'ftruncate',
  'unlink',
  'rename',
  'mkdir',
];

/** Options of strace under which `parseFileCalls` understands it: names beside descriptors, all bytes as hex. */
export const traceOptions = ['-y', '-xx', '-s', '1000000', '-e', `trace=${tracedCalls.join(',')}`];

interface Line {
  readonly at: number;
  readonly began: number;
  readonly name: string;
  readonly args: string;
}

/** Reads a trace made by `strace -f` with these options. Calls that failed changed nothing and are left out. */
export function parseFileCalls(trace: string): FileCall[] {
  return completeLines(trace).flatMap((line) => callOf(line) ?? []);
}

/** Joins calls that were interrupted by those of other threads; a call counts where it returned. */
function completeLines(trace: string): Line[] {
  const open = new Map<string, { began: number; args: string }>();
  return trace.split('\n').flatMap((text, at): Line[] => {
    const begun = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/.exec(text);
    if (begun !== null) {
      const [, thread = '', , args = ''] = begun;
      open.set(thread, { began: at, args });
      return [];
    }
    const resumed = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/.exec(text);
    if (resumed !== null) {
      const [, thread = '', name = '', rest = '', result] = resumed;
      const { began = at, args = '' } = open.get(thread) ?? {};
      return Number(result) < 0 ? [] : [{ at, began, name, args: args + rest }];
    }
    const [, , name, args, result] = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/.exec(text) ?? [];
    if (name === undefined || args === undefined || Number(result) < 0) return [];
    return [{ at, began: at, name, args }];
  });
}

function callOf({ at, began, name, args }: Line): FileCall | undefined {
  const path = descriptorPath(args);
  const strings = Array.from(args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g), ([, hex = '']) => bytesOf(hex));
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = strings;
  const lastNumber = Number(/(\d+)$/.exec(args)?.[1]);
  switch (name) {
    case 'openat':
      return {
        at,
        kind: 'open',
        path: first.toString(),
        create: args.includes('O_CREAT'),
        truncate: args.includes('O_TRUNC'),
      };
    case 'pwrite64':
      return { at, kind: 'write', path, offset: lastNumber, data: first };
    case 'write':
      return args.startsWith('1<')
        ? { at, kind: 'say', text: first.toString() }
        : { at, kind: 'write', path, offset: undefined, data: first };
    case 'fsync':
    case 'fdatasync':
      return { at, kind: 'sync', path, began };
    case 'ftruncate':
      return { at, kind: 'truncate', path, size: lastNumber };
    case 'unlink':
      return { at, kind: 'unlink', path: first.toString() };
    case 'rename':
      return { at, kind: 'rename', from: first.toString(), to: second.toString() };
    case 'mkdir':
      return { at, kind: 'mkdir', path: first.toString() };
    default:
      return undefined;
  }
}

function descriptorPath(args: string): string {
  const [, hex = ''] = /^\d+<((?:\\x[0-9a-f]{2})*)>/.exec(args) ?? [];
  return bytesOf(hex).toString();
}

function bytesOf(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}
