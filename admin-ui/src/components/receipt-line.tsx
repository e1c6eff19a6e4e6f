import type { ReactNode } from 'react';
import type { Receipt } from '../data/chat-event.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useCopy } from '../state/use-copy.ts';
import { Icon } from './icon.tsx';
import { VerifyLog } from './verify-log.tsx';
import './receipt-line.css';

/** Digits of the leaf hash that are shown. */
const shownDigits = 12;

/** Where the exchange stands in the audit log. */
export function ReceiptLine({ receipt }: { readonly receipt: Receipt }): ReactNode {
  const { texts } = useLanguage();
  const { state, copy } = useCopy();
  const { intent, outcome, leaf } = receipt;
  const whole = state === 'failed' || leaf.length <= shownDigits;
  return (
    <div className="proof-row">
      <dt>{texts.receipt.receipt}</dt>
      <dd className="receipt">
        <span>
          {texts.receipt.entries} <b>{intent}</b>, <b>{outcome}</b>
        </span>
        <span>
          {texts.receipt.leaf} <code>{whole ? leaf : `${leaf.slice(0, shownDigits)}…`}</code>
        </span>
        <span className="receipt-actions">
          <button type="button" className="button button-small" onClick={() => copy(JSON.stringify(receipt))}>
            <Icon name={state === 'copied' ? 'check' : 'copy'} />
            {texts.receipt.copy}
          </button>
          <VerifyLog />
        </span>
        <span role="status" className="receipt-copied">
          {state === 'copied' && texts.receipt.copied}
          {state === 'failed' && texts.receipt.copyFailed}
        </span>
      </dd>
    </div>
  );
}
