import type { ReactNode } from 'react';
import { countKinds } from '../data/value-kinds.ts';
import { useLanguage } from '../i18n/language.tsx';
import { KindChips } from './kind-chips.tsx';
import './masked-line.css';

interface MaskedLineProps {
  /** Masked values by entity type. */
  readonly redaction: Readonly<Record<string, number>>;
}

export function MaskedLine({ redaction }: MaskedLineProps): ReactNode {
  const { texts } = useLanguage();
  const kinds = countKinds(redaction);
  return (
    <div className="proof-row">
      <dt>{texts.masking.masked}</dt>
      {kinds.length === 0 ? (
        <dd>{texts.masking.nothingMasked}</dd>
      ) : (
        <dd className="masked-line">
          <KindChips kinds={kinds} />
          <span className="soft">{texts.masking.where}</span>
        </dd>
      )}
    </div>
  );
}
