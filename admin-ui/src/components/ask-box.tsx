import { type FormEvent, type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import type { Conversation } from '../state/use-conversation.ts';
import { useMaskPreview } from '../state/use-mask-preview.ts';
import { Icon } from './icon.tsx';
import { MaskPreviewLine } from './mask-preview-line.tsx';
import './ask-box.css';

interface AskBoxProps {
  readonly conversation: Conversation;
  /** Ids of the chosen collections. */
  readonly selected: readonly string[];
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly onExpired: () => void;
  /** The collection filter. */
  readonly children: ReactNode;
}

export function AskBox({ conversation, selected, box, onExpired, children }: AskBoxProps): ReactNode {
  const { texts } = useLanguage();
  const { draft, setDraft, busy, ask, stop } = conversation;
  const preview = useMaskPreview(draft, onExpired);
  useEffect(() => {
    box.current?.focus();
  }, [box]);

  const send = (): void => {
    if (draft.trim() === '' || busy) return;
    ask(draft.trim(), selected);
    box.current?.focus();
  };
  const halt = (): void => {
    stop();
    box.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  const press = (event: KeyboardEvent): void => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className="ask-box" onSubmit={submit} aria-label={texts.ask.label}>
      <div className="ask-box-frame">
        <label className="for-readers" htmlFor="question">
          {texts.ask.label}
        </label>
        <textarea
          id="question"
          ref={box}
          rows={2}
          value={draft}
          placeholder={texts.ask.placeholder}
          aria-describedby="ask-hint mask-preview"
          enterKeyHint="send"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={press}
        />
        <div className="ask-box-row">
          {children}
          {busy ? (
            <button key="stop" type="button" className="button" onClick={halt}>
              <Icon name="stop" />
              {texts.ask.stop}
            </button>
          ) : (
            <button key="send" type="submit" className="button button-main" disabled={draft.trim() === ''}>
              <Icon name="send" />
              {texts.ask.send}
            </button>
          )}
        </div>
      </div>
      <div className="ask-box-foot">
        <MaskPreviewLine state={preview} />
        <p id="ask-hint" className="ask-hint">
          {texts.ask.hint}
        </p>
      </div>
    </form>
  );
}

/** Enter alone. While an input method composes, Enter picks a character (229 is how Safari says so). */
function isSendKey({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean {
  return key === 'Enter' && !shiftKey && !nativeEvent.isComposing && nativeEvent.keyCode !== 229;
}
