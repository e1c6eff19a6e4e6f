import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { assert as holds, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCheckpoint, signCheckpoint } from '../../../server/audit/checkpoint.ts';
import { isTorn, splitNotes } from '../../../server/audit/verifier/split-notes.ts';
import {
  formatVerifierKey,
  NoteError,
  openNote,
  parseVerifierKey,
  signNote,
} from '../../../server/audit/signed-note.ts';

const name = 'example.com/log';
const { privateKey } = generateKeyPairSync('ed25519');
const signer = { name, privateKey };
const vkey = formatVerifierKey(name, createPublicKey(privateKey));
const key = parseVerifierKey(vkey);

describe('a signed note (C2SP signed-note)', () => {
  it('is the text, an empty line, and the signature of the text after the key id', () => {
    const note = signNote('first\nsecond\n', signer);
    const [, signature] = /^first\nsecond\n\n— example\.com\/log (\S+)\n$/.exec(note) ?? [];
    const bytes = Buffer.from(signature ?? '', 'base64');
    expect(bytes).toHaveLength(4 + 64);
    expect(verify(null, Buffer.from('first\nsecond\n'), privateKey, bytes.subarray(4))).toBe(true);
    const raw = Buffer.from(privateKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const id = createHash('sha256').update(`${name}\n`).update(Buffer.of(1)).update(raw).digest();
    expect(bytes.subarray(0, 4)).toEqual(id.subarray(0, 4));
    expect(vkey).toBe(
      `${name}+${id.subarray(0, 4).toString('hex')}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`,
    );
  });

  it('opens with its key', () => {
    expect(openNote(signNote('text\n', signer), [key])).toBe('text\n');
  });

  it('does not open without a signature of a known key', () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const note = signNote('text\n', { name, privateKey: stranger });
    expect(() => openNote(note, [key])).toThrow(NoteError);
    expect(() => openNote(note, [])).toThrow(NoteError);
  });

  it('opens when another, unknown key has signed too, and not when one known signature is wrong', () => {
    const stranger = {
      name: 'witness.example',
      privateKey: generateKeyPairSync('ed25519').privateKey,
    };
    const witness = signNote('text\n', stranger).slice('text\n\n'.length);
    const note = `${signNote('text\n', signer)}${witness}`;
    expect(openNote(note, [key])).toBe('text\n');
    const strangerKey = parseVerifierKey(
      formatVerifierKey(stranger.name, createPublicKey(stranger.privateKey)),
    );
    const forged = `${signNote('text\n', signer)}${signNote('other\n', stranger).slice('other\n\n'.length)}`;
    expect(() => openNote(forged, [key, strangerKey])).toThrow('its signature is wrong');
  });

  it('does not open after any single bit was changed', () => {
    const note = Buffer.from(signNote('example.com/log\n17\nabc\n', signer));
    holds(
      property(nat(note.length * 8 - 1), (bit) => {
        const changed = Buffer.from(note);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => openNote(changed.toString('utf8'), [key])).toThrow(NoteError);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a verifier key', () => {
  it.each([
    '',
    'name',
    `${vkey}A`,
    vkey.replace('example', 'exampel'),
    vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+'),
    vkey.replace(name, 'two words'),
  ])('is refused when damaged: %s', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(NoteError);
  });
});

describe('a checkpoint (C2SP tlog-checkpoint)', () => {
  const checkpoint = { origin: name, size: 12, root: Buffer.alloc(32, 7) };

  it('is origin, size and root on three lines', () => {
    const note = signCheckpoint(checkpoint, signer);
    expect(note.split('\n').slice(0, 4)).toEqual([name, '12', Buffer.alloc(32, 7).toString('base64'), '']);
    expect(openCheckpoint(note, [key])).toEqual(checkpoint);
  });

  it.each(['-1', '012', '1e3', '', '1.5', '99999999999999999999'])(
    'with the size "%s" is refused though it is signed',
    (size) => {
      const note = signNote(`${name}\n${size}\n${Buffer.alloc(32).toString('base64')}\n`, signer);
      expect(() => openCheckpoint(note, [key])).toThrow(NoteError);
    },
  );
});

describe('a file of checkpoints', () => {
  const notes = [1, 2, 3].map((size) =>
    signCheckpoint({ origin: name, size, root: Buffer.alloc(32, size) }, signer),
  );

  it('splits into its notes', () => {
    expect(splitNotes(notes.join(''))).toEqual({ notes, rest: '' });
  });

  it('that was cut off anywhere in its last note still holds the ones before, and is known to be torn', () => {
    const [first = '', second = ''] = notes;
    for (let cut = 1; cut < second.length; cut += 1) {
      const found = splitNotes(first + second.slice(0, cut));
      expect(found.notes).toEqual([first]);
      expect(isTorn(found.rest)).toBe(true);
    }
  });
});
