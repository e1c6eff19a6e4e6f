import type { ReactNode } from 'react';
import type { MaskPreview } from '../data/redaction.ts';
import { countKinds } from '../data/value-kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { PreviewState } from '../state/use-mask-preview.ts';
import { Icon } from './icon.tsx';
import { KindChips } from './kind-chips.tsx';
import { MaskedText } from './masked-text.tsx';
import './mask-preview-line.css';

/** Under the question box: which values will be masked, in plain words. */
export function MaskPreviewLine({ state }: { readonly state: PreviewState }): ReactNode {
  return (
    <div className="mask-preview" id="mask-preview">
      <Icon name="shield" />
      <Body state={state} />
    </div>
  );
}

function Body({ state }: { readonly state: PreviewState }): ReactNode {
  const { texts } = useLanguage();
  switch (state.kind) {
    case 'idle':
      return <p>{texts.masking.idle}</p>;
    case 'checking':
      return <p>{texts.masking.checking}</p>;
    case 'failed':
      return <p>{texts.masking.failed}</p>;
    case 'ready':
      return <Ready preview={state.preview} />;
    default:
      return state satisfies never;
  }
}

function Ready({ preview }: { readonly preview: MaskPreview }): ReactNode {
  const { texts } = useLanguage();
  const kinds = countKinds(preview.counts);
  if (kinds.length === 0) return <p>{texts.masking.willMaskNothing}</p>;
  return (
    <div className="mask-preview-found">
      <div className="mask-preview-kinds">
        <span>{texts.masking.willMask}</span>
        <KindChips kinds={kinds} />
      </div>
      <details>
        <summary>{texts.masking.modelSees}</summary>
        <MaskedText text={preview.masked} />
      </details>
    </div>
  );
}
