import { memo, type ReactNode, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { CitationMark } from './citation-mark.tsx';
import { CITATION_ELEMENT, citeElements, UNSUPPORTED_ELEMENT } from './cite-plugin.ts';
import { splitBlocks } from './markdown-blocks.ts';
import { UnsupportedMark } from './unsupported-mark.tsx';
import classes from './answer-markdown.module.css';

interface AnswerMarkdownProps {
  readonly text: string;
  /** Where its sources are, to lead to them; undefined while the answer is still coming. */
  readonly turn: string | undefined;
}

/** An answer as safe Markdown: no HTML, no image, and links as plain text, since an answer must not lead outside. */
export function AnswerMarkdown({ text, turn }: AnswerMarkdownProps): ReactNode {
  const blocks = useMemo(() => splitBlocks(text), [text]);
  return (
    <div className={classes['answer']}>
      {blocks.map((block, place) => (
        // A block has no identity but its place; all but the last never change.
        <Block key={place} text={block} turn={turn} />
      ))}
    </div>
  );
}

const plugins = [citeElements];

const Block = memo(function Block({ text, turn }: AnswerMarkdownProps): ReactNode {
  const components = useMemo(() => componentsFor(turn), [turn]);
  return (
    <Markdown skipHtml disallowedElements={['img']} rehypePlugins={plugins} components={components}>
      {text}
    </Markdown>
  );
});

function componentsFor(turn: string | undefined): Components {
  return {
    [CITATION_ELEMENT]: ({ children }) => <CitationMark turn={turn} number={Number(children)} />,
    [UNSUPPORTED_ELEMENT]: UnsupportedMark,
    a: ({ children, href }) => (
      <>
        {children}
        {href !== undefined && href !== children ? ` (${href})` : ''}
      </>
    ),
  };
}
