import { readXml } from './read-xml.ts';
import { tidyLine } from './section-builder.ts';
import { tableLines } from './table-lines.ts';

/** The texts of a slide, of its notes, or of a diagram. */
export interface Slide {
  readonly title: string | undefined;
  /** Paragraphs and table rows in drawing order, without the title. */
  readonly lines: readonly string[];
}

const titleKinds = new Set(['title', 'ctrTitle']);
/** Slide number, date, header and footer stand on every slide; the picture of the slide on every page of notes. */
const furnitureKinds = new Set(['sldNum', 'dt', 'hdr', 'ftr', 'sldImg']);

interface State {
  /** Kind of the placeholder of the shape at hand; '' when it has none. */
  kind: string;
  paragraph: string;
  isText: boolean;
  readonly titles: string[];
  readonly lines: string[];
  table: string[][] | undefined;
  cell: string[];
  /** Depth inside of drawings for older programs, which repeat what was drawn before them. */
  fallback: number;
}

export function readSlide(content: Buffer): Slide {
  const state: State = {
    kind: '',
    paragraph: '',
    isText: false,
    titles: [],
    lines: [],
    table: undefined,
    cell: [],
    fallback: 0,
  };
  readXml(content, {
    open(name, attributes) {
      if (name === 'Fallback') state.fallback += 1;
      else if (state.fallback === 0) open(state, name, attributes);
    },
    text(text) {
      if (state.isText && state.fallback === 0) state.paragraph += text;
    },
    close(name) {
      if (name === 'Fallback') state.fallback -= 1;
      else if (state.fallback === 0) close(state, name);
    },
  });
  const title = state.titles.join(' ');
  return { title: title === '' ? undefined : title, lines: state.lines };
}

function open(state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'sp' || name === 'graphicFrame') state.kind = '';
  else if (name === 'ph') state.kind = attributes['type'] ?? '';
  else if (name === 't') state.isText = true;
  else if (name === 'br') state.paragraph += ' ';
  else if (name === 'tbl') state.table = [];
  else if (name === 'tr') state.table?.push([]);
  else if (name === 'tc') state.cell = [];
}

function close(state: State, name: string): void {
  if (name === 't') state.isText = false;
  else if (name === 'p') closeParagraph(state);
  else if (name === 'tc') state.table?.at(-1)?.push(state.cell.join(' '));
  else if (name === 'tbl') {
    state.lines.push(...tableLines(state.table ?? []));
    state.table = undefined;
  }
}

function closeParagraph(state: State): void {
  const text = tidyLine(state.paragraph);
  state.paragraph = '';
  if (text === '' || furnitureKinds.has(state.kind)) return;
  if (state.table !== undefined) state.cell.push(text);
  else if (titleKinds.has(state.kind)) state.titles.push(text);
  else state.lines.push(text);
}
