/** What the log has sealed beside an entry, read from its JSON. */
export type SealedText =
  | {
      readonly kind: 'prompt';
      readonly messages: readonly { readonly role: string; readonly text: string }[];
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'answer'; readonly text: string };

/** An intent has its messages and its evidence, an outcome its answer. Anything else is shown as it is. */
export function readSealedText(json: string): SealedText {
  const value = parse(json);
  if (typeof value === 'string') return { kind: 'answer', text: value };
  if (!Array.isArray(value)) return { kind: 'answer', text: json };
  const [messages, evidence]: unknown[] = value;
  return {
    kind: 'prompt',
    messages: toList(messages).map(toMessage),
    evidence: toList(evidence).map(toText),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toMessage(value: unknown): { role: string; text: string } {
  const [role, text] = toList(value);
  return { role: toText(role), text: toText(text) };
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
