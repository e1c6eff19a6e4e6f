import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadPrompts } from '../../../server/inference/prompt-files.ts';
import { MODELS } from './starter-cards.ts';

it('says where the front matter of a prompt stops being YAML', () => {
  const dir = mkdtempSync(join(tmpdir(), 'intramura-prompts-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  cpSync(join(MODELS, 'prompts'), dir, { recursive: true });
  writeFileSync(join(dir, 'starter.zh.md'), '---\nid: starter\nlang: [zh\n---\nText');
  expect(() => loadPrompts(dir)).toThrow(/starter\.zh\.md: this is not YAML: .+ \(line 2\)/);
});
