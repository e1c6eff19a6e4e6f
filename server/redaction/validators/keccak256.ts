/** Rotations of the lanes, and where each lane goes (FIPS 202, 3.2.2 and 3.2.3), in the order of the walk. */
const ROTATIONS = [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44];
const TARGETS = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1];
const ROUNDS = 24;
const LANES = 25;
/** Bytes of a block. */
const RATE = 136;
const MASK = (1n << 64n) - 1n;

/** Keccak-256 as Ethereum uses it: the padding is that of the submission, not of SHA-3. For texts of up to 135 bytes. */
export function keccak256(text: string): string {
  const block = Buffer.alloc(RATE);
  const length = block.write(text, 'latin1');
  block[length] = 0x01;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  const state = Array.from({ length: LANES }, (_, lane) =>
    lane * 8 < RATE ? block.readBigUInt64LE(lane * 8) : 0n,
  );
  permute(state);
  const digest = Buffer.alloc(32);
  for (let lane = 0; lane < 4; lane += 1) digest.writeBigUInt64LE(state[lane] ?? 0n, lane * 8);
  return digest.toString('hex');
}

function permute(state: bigint[]): void {
  const at = (index: number): bigint => state[index] ?? 0n;
  let register = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const columns = [0, 1, 2, 3, 4].map((x) => at(x) ^ at(x + 5) ^ at(x + 10) ^ at(x + 15) ^ at(x + 20));
    for (let index = 0; index < LANES; index += 1) {
      const left = columns[(index + 4) % 5] ?? 0n;
      const right = columns[(index + 1) % 5] ?? 0n;
      state[index] = at(index) ^ left ^ rotate(right, 1);
    }
    let carried = at(1);
    for (const [step, target] of TARGETS.entries()) {
      const next = at(target);
      state[target] = rotate(carried, ROTATIONS[step] ?? 0);
      carried = next;
    }
    for (let row = 0; row < LANES; row += 5) {
      const lanes = state.slice(row, row + 5);
      for (let x = 0; x < 5; x += 1) {
        state[row + x] = (lanes[x] ?? 0n) ^ (~(lanes[(x + 1) % 5] ?? 0n) & MASK & (lanes[(x + 2) % 5] ?? 0n));
      }
    }
    for (let bit = 0; bit < 7; bit += 1) {
      if ((register & 1) === 1) state[0] = at(0) ^ (1n << BigInt((1 << bit) - 1));
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1;
    }
  }
}

function rotate(lane: bigint, count: number): bigint {
  return ((lane << BigInt(count)) | (lane >> BigInt(64 - count))) & MASK;
}
