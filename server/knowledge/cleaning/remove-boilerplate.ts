import type { Block } from '../parsers/parsed-file.ts';
import { isFurniture, isRelatedHeading, isTitleLike } from './boilerplate-lines.ts';

export interface WithoutBoilerplate {
  readonly blocks: readonly Block[];
  /** Lines that were left out. */
  readonly removed: number;
}

/**
 * Leaves out what leads through a site and is not its text: breadcrumbs, lists of related pages, consent and copyright
 * lines. Sentences of the text stay. A document that would be left with nothing is given as it is.
 */
export function removeBoilerplate(blocks: readonly Block[]): WithoutBoilerplate {
  let removed = 0;
  const kept = blocks.flatMap((block) => {
    const lines = block.text.split('\n');
    const own = withoutRelated(lines, isRelatedHeading(headingOf(block))).filter(
      (line) => !isFurniture(line),
    );
    removed += lines.length - own.length;
    return own.length === 0 ? [] : [{ ...block, text: own.join('\n') }];
  });
  return kept.length === 0 ? { blocks, removed: 0 } : { blocks: kept, removed };
}

function headingOf({ location }: Block): string {
  return location.split(' › ').at(-1) ?? '';
}

/** From a heading of related pages on, titles go until a sentence stands. */
function withoutRelated(lines: readonly string[], isBelow: boolean): string[] {
  let below = isBelow;
  return lines.filter((line) => {
    if (isRelatedHeading(line)) {
      below = true;
      return false;
    }
    below &&= isTitleLike(line);
    return !below;
  });
}
