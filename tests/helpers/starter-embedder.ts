import { AutoModel, AutoTokenizer, env, mean_pooling } from '@huggingface/transformers';
import { fileURLToPath } from 'node:url';

export const starterDimensions = 256;
export const starterHybridWeight = 0.4;

export type EmbedTexts = (texts: readonly string[]) => Promise<Float32Array[]>;

/** The real starter embedder in this process, for tests of what lies above it. */
export async function loadStarterEmbedder(): Promise<EmbedTexts> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = fileURLToPath(new URL('../../models/starter', import.meta.url));
  const tokenizer = await AutoTokenizer.from_pretrained('starter-embedder');
  const model = await AutoModel.from_pretrained('starter-embedder', {
    dtype: 'q8',
    device: 'cpu',
    session_options: { intraOpNumThreads: 1 },
  });
  const embedOne = async (text: string): Promise<Float32Array> => {
    const inputs = tokenizer(text, { truncation: true, max_length: 2048 });
    const output = await model(inputs);
    return normalized(mean_pooling(output.last_hidden_state, inputs.attention_mask).data);
  };
  return (texts) => Promise.all(texts.map(embedOne));
}

function normalized(values: Iterable<number>): Float32Array {
  const vector = Float32Array.from(values);
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
