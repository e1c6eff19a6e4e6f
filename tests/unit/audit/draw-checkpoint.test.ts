import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { openAuditLog } from '../../../server/audit/audit-log.ts';
import { drawCheckpoint } from '../../../server/audit/draw-checkpoint.ts';
import { createLogFolder } from './log-fixture.ts';

const MODULE_PIXELS = 4;

describe('a drawn checkpoint', () => {
  it('is read by a camera as the very note that was signed', async () => {
    using folder = createLogFolder();
    await using log = await openAuditLog(folder.options);
    const note = await log.checkpoint();
    expect(read(drawCheckpoint(note))).toBe(note);
  });

  it('has room for the lines of several witnesses', async () => {
    using folder = createLogFolder();
    await using log = await openAuditLog(folder.options);
    const line = `— witness.example.org ${'A'.repeat(104)}\n`;
    const note = (await log.checkpoint()) + line.repeat(5);
    expect(read(drawCheckpoint(note))).toBe(note);
  });
});

/** Paints the drawing and reads it, as a camera would. */
function read(svg: string): string {
  const side = Number(/viewBox="0 0 (\d+) \d+"/.exec(svg)?.[1]) * MODULE_PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y } of darkModules(svg)) paintBlack(data, side, x * MODULE_PIXELS, y * MODULE_PIXELS);
  return decodeQR({ width: side, height: side, data });
}

/** Each module is a square: its corner is where it begins, or relative to where the one before began. */
function darkModules(svg: string): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0];
  return Array.from(svg.matchAll(/([Mm])(-?\d+) (-?\d+)/g), ([, move, right, down]) => {
    x = Number(right) + (move === 'm' ? x : 0);
    y = Number(down) + (move === 'm' ? y : 0);
    return { x, y };
  });
}

function paintBlack(data: Uint8ClampedArray, side: number, left: number, top: number): void {
  for (let row = top; row < top + MODULE_PIXELS; row += 1)
    for (let column = left; column < left + MODULE_PIXELS; column += 1) {
      const pixel = (row * side + column) * 4;
      data.fill(0, pixel, pixel + 3);
    }
}
