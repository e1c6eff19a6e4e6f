import { posix } from 'node:path';
import type { ParseBudget } from './parse-budget.ts';
import { readXml } from './read-xml.ts';
import { readZip, type ZipFile } from './read-zip.ts';

/** Where a part points to: by the id it uses, and what the other part is. */
export interface Relation {
  readonly id: string;
  /** Last word of the relation's type, such as `slide` or `notesSlide`. */
  readonly kind: string;
  readonly target: string;
}

/** The parts of an office file (ECMA-376 part 2, Open Packaging Conventions). */
export interface OfficePackage {
  readonly files: readonly ZipFile[];
  has(part: string): boolean;
  /** Unpacks a part; undefined when there is none of that name. */
  read(part: string): Buffer | undefined;
  /** Relations of a part; those of the package itself for ''. Targets outside of the file are left out. */
  relations(part: string): Relation[];
}

export function openOfficePackage(bytes: Buffer, budget: ParseBudget): OfficePackage {
  const files = readZip(bytes, budget);
  const parts = new Map(files.map((file) => [file.name, file]));
  const read = (part: string): Buffer | undefined => parts.get(part)?.read();
  return {
    files,
    has: (part) => parts.has(part),
    read,
    relations(part) {
      const folder = posix.dirname(part);
      const content = read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
      return content === undefined ? [] : relationsOf(content, folder);
    },
  };
}

function relationsOf(content: Buffer, folder: string): Relation[] {
  const relations: Relation[] = [];
  readXml(content, {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: path });
    },
  });
  return relations;
}
