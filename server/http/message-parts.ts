import type { InboundMessage } from '../domain/message.ts';

/** Text that came in parts as one text, a part a line, with the places of the line breaks that join them. */
export function joinParts(parts: readonly string[]): Pick<InboundMessage, 'content' | 'seams'> {
  const content = parts.join('\n');
  return parts.length < 2 ? { content } : { content, seams: seamsOf(parts) };
}

function seamsOf(parts: readonly string[]): readonly number[] {
  let end = -1;
  return parts.slice(0, -1).map((part) => (end += part.length + 1));
}
