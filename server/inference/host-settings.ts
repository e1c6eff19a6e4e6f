import { resolve } from 'node:path';
import type { ModelCard } from '../domain/model-card.ts';
import { AppError } from '../errors.ts';
import type { HostSettings } from './host-protocol.ts';

/** What a process must know to load a model. ONNX gets one thread: it shares the processors with the language model. */
export function toHostSettings(modelsDir: string, card: ModelCard, threads: number): HostSettings {
  const path = resolve(modelsDir, card.path);
  const { contextTokens, template, dimensions } = card;
  if (card.purpose === 'chat' && template !== undefined)
    return { kind: 'llama', file: path, contextTokens, threads, template };
  if (card.purpose === 'embedding' && dimensions !== undefined)
    return { kind: 'onnx', task: 'embed', folder: path, contextTokens, dimensions, threads: 1 };
  if (card.purpose === 'nli' || card.purpose === 'reranker')
    return { kind: 'onnx', task: 'classify', folder: path, contextTokens, threads: 1 };
  const { labels, threshold, mostTokens } = card;
  if (card.purpose === 'ner' && labels !== undefined && threshold !== undefined && mostTokens !== undefined) {
    const reading = { labels, threshold, mostTokens };
    return { kind: 'onnx', task: 'recognise', folder: path, contextTokens, threads: 1, ...reading };
  }
  throw new AppError(
    'ERR_CONFIG_INVALID',
    `The catalogue entry of model ${card.id} lacks what a model of purpose ${card.purpose} needs.`,
  );
}
