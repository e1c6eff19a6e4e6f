import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Failure, type FailureKind, toFailure } from '../../api/failure.ts';
import { conversationOptions } from '../../data/conversations.ts';
import { sendFile } from '../../api/upload.ts';
import { assistant } from '../../i18n/assistant.ts';
import { useTexts } from '../../i18n/define-texts.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** A file on its way into a conversation. */
export interface Uploading {
  readonly id: number;
  readonly name: string;
  /** Share that has arrived, 0 to 1; at 1 the server reads it. */
  readonly share: number;
}

export interface FileDrop {
  readonly uploading: readonly Uploading[];
  readonly add: (files: readonly File[]) => void;
}

/** Adds files to a conversation, one after the other. `open` gives its id, and makes it where there is none yet. */
export function useFileDrop(open: () => Promise<string>): FileDrop {
  const t = useTexts(assistant);
  const { failures } = useLanguage().texts;
  const client = useQueryClient();
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const last = useRef(0);

  const addOne = async (file: File): Promise<void> => {
    last.current += 1;
    const id = last.current;
    const show = (share: number): void =>
      setUploading((all) => [...all.filter((one) => one.id !== id), { id, name: file.name, share }]);
    show(0);
    try {
      const conversation = await open();
      await sendFile(`/api/conversations/${encodeURIComponent(conversation)}/files`, file, show);
      await client.invalidateQueries({ queryKey: conversationOptions(conversation).queryKey });
      notifications.show({ message: t.fileAdded(file.name), withCloseButton: false });
    } catch (error) {
      notifications.show({
        color: 'red',
        title: file.name,
        message: describe(toFailure(error), failures),
        withCloseButton: false,
        autoClose: 10_000,
      });
    } finally {
      setUploading((all) => all.filter((one) => one.id !== id));
    }
  };
  const add = async (files: readonly File[]): Promise<void> => {
    for (const file of files) await addOne(file);
  };
  return { uploading, add: (files) => void add(files) };
}

/** What is wrong with a file is told by the server alone; everything else has a text of ours. */
function describe({ kind, detail }: Failure, texts: Readonly<Record<FailureKind, string>>): string {
  return kind === 'invalid' || kind === 'too-long' ? (detail ?? texts[kind]) : texts[kind];
}
