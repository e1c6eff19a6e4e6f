import { execFileSync } from 'node:child_process';

/** A page of a PDF as a picture, as a scanner gives it; needs pdftoppm. */
export function pictureOf(pdf: Buffer, format: 'png' | 'jpeg' | 'tiff', page = 1): Buffer {
  const wanted = format === 'tiff' ? [] : [`-${format}`];
  const args = ['-r', '150', '-gray', ...wanted, '-f', String(page), '-l', String(page), '-'];
  const picture = execFileSync('pdftoppm', args, { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  return format === 'tiff' ? tiffOf(picture) : picture;
}

/** A TIFF (revision 6.0) of one grey strip, from a binary PGM: fields are tag, type (4: long), count and value. */
function tiffOf(pgm: Buffer): Buffer {
  const header = /^P5\s+(?<width>\d+)\s+(?<height>\d+)\s+255\s/u.exec(pgm.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('no PGM');
  const width = Number(header.groups?.['width']);
  const height = Number(header.groups?.['height']);
  const fields = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8 + 2 + 9 * 12 + 4],
    [277, 1],
    [278, height],
    [279, width * height],
  ] as const;
  const directory = Buffer.alloc(2 + fields.length * 12 + 4);
  directory.writeUInt16LE(fields.length, 0);
  for (const [at, [tag, value]] of fields.entries()) {
    directory.writeUInt16LE(tag, 2 + at * 12);
    directory.writeUInt16LE(4, 4 + at * 12);
    directory.writeUInt32LE(1, 6 + at * 12);
    directory.writeUInt32LE(value, 10 + at * 12);
  }
  return Buffer.concat([
    Buffer.from('II*\u0000\u0008\u0000\u0000\u0000', 'latin1'),
    directory,
    pgm.subarray(header[0].length),
  ]);
}

/** A PDF whose pages are JPEG pictures and nothing else: a scan. An empty buffer is a page with nothing on it. */
export function scannedPdf(pictures: readonly Buffer[]): Buffer {
  const objects: Buffer[] = [];
  const add = (content: string | Buffer): number => objects.push(Buffer.from(content));
  const kids = pictures.map((_, at) => `${3 + at * 3} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`);
  for (const [at, picture] of pictures.entries()) {
    const page = 3 + at * 3;
    const { width, height, space } =
      picture.length === 0 ? { width: 1, height: 1, space: 'Gray' } : frameOf(picture);
    const draw = picture.length === 0 ? '' : 'q 595 0 0 842 0 0 cm /P Do Q';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${page + 1} 0 R /Resources << /XObject << /P ${page + 2} 0 R >> >> >>`,
    );
    add(`<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`);
    add(
      Buffer.concat([
        Buffer.from(
          `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /Device${space} /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`,
        ),
        picture,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  return writeObjects(objects);
}

/** The frame of a JPEG: its start-of-frame segment holds height, width and the number of colours (ITU T.81, B.2.2). */
function frameOf(jpeg: Buffer): { width: number; height: number; space: 'Gray' | 'RGB' } {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker < 0xc0 || marker > 0xc3) continue;
    const space = jpeg[at + 9] === 1 ? 'Gray' : 'RGB';
    return { width: jpeg.readUInt16BE(at + 7), height: jpeg.readUInt16BE(at + 5), space };
  }
  throw new Error('no JPEG');
}

/** A PDF file of numbered objects, the first of which is the catalogue. */
export function writeObjects(objects: readonly Buffer[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let length = 9;
  for (const [at, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    places.push(length);
    length += part.length;
    parts.push(part);
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
