import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { RandomBytes } from './random.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key derived for one purpose (HKDF-SHA-256), so that two kinds of data never share a key.
 * The sealed form is nonce, ciphertext, tag.
 */
export interface SealedBox {
  /** `context` is authenticated with the data: a sealed value moved to another place does not open. */
  seal(plain: Uint8Array, context: string): Buffer;
  /** @throws Error when the value was changed or belongs to another context. */
  open(sealed: Uint8Array, context: string): Buffer;
}

export function createSealedBox(masterKey: Uint8Array, purpose: string, random: RandomBytes): SealedBox {
  const key = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), purpose, 32));
  return {
    seal(plain, context) {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
    },
  };
}
