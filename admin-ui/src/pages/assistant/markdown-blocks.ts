const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts Markdown into blocks that can be read on their own: at blank lines, but not within a fenced block, and not
 * before an indented line or a list item that goes on with what stands above. Joined with a blank line they are the
 * text. All but the last stay as they are while a text grows, so each is read once.
 */
export function splitBlocks(markdown: string): readonly string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let open: string | undefined;
  let gap = 0;
  for (const line of markdown.split('\n')) {
    if (line.trim() === '' && open === undefined) {
      gap += 1;
      continue;
    }
    if (gap > 0 && lines.length > 0) {
      if (goesOn(line, lines)) lines.push(...Array.from({ length: gap }, () => ''));
      else {
        blocks.push(lines.join('\n'));
        lines = [];
      }
    }
    gap = 0;
    lines.push(line);
    open = fenceAfter(open, line);
  }
  return lines.length === 0 ? blocks : [...blocks, lines.join('\n')];
}

const listItem = /^ {0,3}(?:[-+*]|\d{1,9}[.)])\s/;

/** Whether a line after blank ones belongs to the block above: the next item, or text within an item. */
function goesOn(line: string, above: readonly string[]): boolean {
  if (!listItem.test(above[0] ?? '')) return false;
  return listItem.test(line) || /^\s/.test(line);
}

/** The fence that is open after a line: the same mark, at least as long, closes it. */
function fenceAfter(open: string | undefined, line: string): string | undefined {
  const mark = fence.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === undefined) return mark;
  return mark.startsWith(open) && line.trim() === mark ? undefined : open;
}
