import { expect, test } from 'vitest';
import { AppError } from '../../../server/errors.ts';
import { createLogger } from '../../../server/logger.ts';
import { embedByCharacters, openTestKnowledge } from '../../helpers/open-test-knowledge.ts';

test('what an engine complains about is logged without its message, which can hold rows and questions', async () => {
  const lines: string[] = [];
  const logger = createLogger('debug', { write: (line) => void lines.push(line) });
  let up = true;
  const cause = new Error('cannot embed "li.na@example.com"');
  const embed = (texts: readonly string[]) =>
    up
      ? embedByCharacters(texts)
      : Promise.reject(new AppError('ERR_INFERENCE_UNAVAILABLE', 'down', { cause }));
  await using store = await openTestKnowledge({ embed, logger });
  up = false;
  await store.knowledge.search({ text: 'leave', collections: ['handbook'], limit: 5, mode: 'hybrid' });
  const logged = lines.join('');
  expect(logged).toContain('knowledge.searched-without-vectors');
  expect(logged).toContain('ERR_INFERENCE_UNAVAILABLE');
  expect(logged).not.toContain('li.na');
});
