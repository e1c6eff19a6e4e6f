import type { OfficePackage } from './office-package.ts';
import type { ParseBudget } from './parse-budget.ts';
import type { ParsedFile } from './parsed-file.ts';
import { prefixedAttribute, readXml } from './read-xml.ts';
import { createSectionBuilder } from './section-builder.ts';
import { readSlide, type Slide } from './pptx-slide.ts';

/**
 * A PowerPoint presentation (ECMA-376 part 1, PresentationML): slides in their order, with tables, diagrams and
 * speaker notes. Places are `slide 3 › Title` and `slide 3 › Title › notes`.
 */
export function parsePptx(parts: OfficePackage, main: string, budget: ParseBudget): ParsedFile {
  const builder = createSectionBuilder();
  let title: string | undefined;
  const slides = slidesOf(parts, main);
  for (const [at, part] of slides.entries()) {
    const slide = readPart(parts, part);
    const relations = parts.relations(part);
    const ofKind = (kind: string): string[] =>
      relations
        .filter((relation) => relation.kind === kind)
        .flatMap(({ target }) => readPart(parts, target).lines);
    title ??= slide.title;
    const place = [`slide ${at + 1}`, slide.title].filter((name) => name !== undefined).join(' › ');
    const add = (where: string, lines: readonly string[]): void => {
      builder.place(where);
      for (const line of lines) {
        budget.takeText(line.length);
        builder.line(line);
      }
    };
    // The title is part of the text as well: a slide may say something in its title only.
    add(place, [
      ...(slide.title === undefined ? [] : [slide.title]),
      ...slide.lines,
      ...ofKind('diagramData'),
    ]);
    add(`${place} › notes`, ofKind('notesSlide'));
  }
  return { ...builder.build(title), pages: slides.length };
}

function readPart(parts: OfficePackage, part: string): Slide {
  const content = parts.read(part);
  return content === undefined ? { title: undefined, lines: [] } : readSlide(content);
}

function slidesOf(parts: OfficePackage, main: string): string[] {
  const targets = new Map(
    parts
      .relations(main)
      .filter(({ kind }) => kind === 'slide')
      .map(({ id, target }) => [id, target]),
  );
  const slides: string[] = [];
  readXml(parts.read(main) ?? Buffer.alloc(0), {
    open(name, attributes) {
      if (name !== 'sldId') return;
      const target = targets.get(prefixedAttribute(attributes, 'id') ?? '');
      if (target !== undefined) slides.push(target);
    },
  });
  return slides;
}
