import { readXml } from './read-xml.ts';

/** Type of at most this size, in half points, is read by nobody. */
const UNREADABLE_SIZE = 4;

/**
 * Runs of a Word document that hold text and are shown to nobody: marked as hidden, white on a part without a colour of
 * its own, or of at most two points (ECMA-376 part 1, 17.3.2). Formats that a style gives are not looked at.
 */
export function countHiddenRuns(document: Buffer): number {
  let found = 0;
  let isShaded = false;
  let hidden = false;
  let text = '';
  let isText = false;
  let inCell = false;
  readXml(document, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'r') {
        hidden = false;
        text = '';
      } else if (name === 'tc') inCell = true;
      else if (name === 'vanish') hidden ||= value !== '0' && value !== 'false';
      else if (name === 'color') hidden ||= !isShaded && /^FFFFFF$/iu.test(value);
      else if (name === 'sz') hidden ||= Number(value) <= UNREADABLE_SIZE;
      else if (name === 'shd') isShaded ||= isColour(attributes['w:fill']);
      else if (name === 't') isText = true;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'r' && hidden && text.trim() !== '') found += 1;
      else if (name === 'tc') inCell = false;
      if (name === 'tc' || (name === 'p' && !inCell)) isShaded = false;
    },
  });
  return found;
}

function isColour(fill: string | undefined): boolean {
  return fill !== undefined && !/^(?:auto|FFFFFF)$/iu.test(fill);
}
