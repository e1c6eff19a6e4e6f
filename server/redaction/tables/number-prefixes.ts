/**
 * Reads prefixes and ranges of prefixes, such as `34 37 2221-2720`.
 * @returns whether a number begins with one of them.
 */
export function createPrefixTest(ranges: string): (digits: string) => boolean {
  // Ten next nodes for each node; it is asked for every number of a text.
  const nodes: number[] = emptyNode();
  for (const prefix of ranges.split(' ').flatMap(expandRange)) addPrefix(nodes, prefix);
  return (digits) => {
    let node = 0;
    for (let at = 0; at < digits.length; at += 1) {
      const next = nodes[node * 10 + digits.charCodeAt(at) - ZERO] ?? NONE;
      if (next === END || next === NONE) return next === END;
      node = next;
    }
    return false;
  };
}

const ZERO = 0x30;
const NONE = -1;
/** A prefix ends here. */
const END = -2;

function emptyNode(): number[] {
  return Array.from({ length: 10 }, () => NONE);
}

function addPrefix(nodes: number[], prefix: string): void {
  let node = 0;
  for (let at = 0; at < prefix.length; at += 1) {
    const place = node * 10 + prefix.charCodeAt(at) - ZERO;
    if (nodes[place] === END) return;
    if (at === prefix.length - 1) nodes[place] = END;
    else if (nodes[place] === NONE) {
      nodes[place] = nodes.length / 10;
      nodes.push(...emptyNode());
    }
    node = nodes[place] ?? 0;
  }
}

function expandRange(range: string): readonly string[] {
  const [low = '', high = low] = range.split('-');
  const count = Number(high) - Number(low) + 1;
  return Array.from({ length: count }, (_, index) => String(Number(low) + index).padStart(low.length, '0'));
}
