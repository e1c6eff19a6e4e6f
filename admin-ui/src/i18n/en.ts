import type { FailureKind } from '../api/failure.ts';
import type { Decision } from '../data/chat-event.ts';
import type { ValueKind } from '../data/value-kinds.ts';

/** Every text of the page. A language is an object of this shape, so a missing text does not compile. */
export interface Dictionary {
  readonly signIn: Readonly<Record<SignInText, string>>;
  readonly ask: Readonly<Record<AskText, string>>;
  readonly samples: readonly [string, string, string];
  readonly answer: Readonly<Record<AnswerText, string>>;
  readonly masking: Readonly<Record<MaskingText, string>>;
  readonly receipt: Readonly<Record<ReceiptText, string>>;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly failure: Readonly<Record<'requestId' | 'retry', string>>;
  readonly count: Counted;
}

/** Texts with a number or a name in them. */
interface Counted {
  readonly sources: (count: number) => string;
  readonly citation: (number: number) => string;
  readonly removed: (count: number) => string;
  readonly logHolds: (entries: number) => string;
}

type SignInText =
  | 'heading'
  | 'lead'
  | 'username'
  | 'password'
  | 'submit'
  | 'expired'
  | 'firstTime'
  | 'showPassword';
type AskText =
  | 'heading'
  | 'lead'
  | 'label'
  | 'placeholder'
  | 'send'
  | 'stop'
  | 'hint'
  | 'searchIn'
  | 'searchAll'
  | 'samples'
  | 'collectionsFailed';
type AnswerText =
  | 'conversation'
  | 'you'
  | 'waiting'
  | 'writing'
  | 'complete'
  | 'stopped'
  | 'stoppedNote'
  | 'askAgain'
  | 'failed'
  | 'sources'
  | 'noSources';
type MaskingText =
  | 'masked'
  | 'nothingMasked'
  | 'where'
  | 'willMask'
  | 'willMaskNothing'
  | 'checking'
  | 'idle'
  | 'failed'
  | 'modelSees';
type ReceiptText =
  | 'receipt'
  | 'entries'
  | 'leaf'
  | 'copy'
  | 'copied'
  | 'copyFailed'
  | 'verify'
  | 'verifying'
  | 'intact'
  | 'damaged';

export const en: Dictionary = {
  signIn: {
    heading: 'Sign in',
    lead: 'Your questions stay inside these walls.',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    expired: 'Your session has ended. Sign in again; what you typed is still here.',
    firstTime: 'On the first start, the server prints the administrator’s password in its terminal.',
    showPassword: 'Show password',
  },
  ask: {
    heading: 'What would you like to know?',
    lead: 'Answers come from your organisation’s own documents, with their sources. Personal data is masked before the model sees it.',
    label: 'Your question',
    placeholder: 'Ask about your documents',
    send: 'Ask',
    stop: 'Stop',
    hint: 'Enter sends, Shift + Enter starts a new line',
    searchIn: 'Search in',
    searchAll: 'All collections',
    samples: 'Questions to start with',
    collectionsFailed: 'The list of collections could not be loaded. All of them are searched.',
  },
  samples: [
    'How many days of paid holiday do full-time staff get each year?',
    'What is the daily limit for cash withdrawals with the debit card?',
    'Which e-mail address can customers send a complaint to?',
  ],
  answer: {
    conversation: 'Conversation',
    you: 'You asked',
    waiting: 'Looking through the documents…',
    writing: 'Writing the answer…',
    complete: 'The answer is complete.',
    stopped: 'Stopped.',
    stoppedNote: 'You stopped this answer. It may be incomplete, and its sources were not checked.',
    askAgain: 'Ask again',
    failed: 'The question was not answered.',
    sources: 'Sources',
    noSources: 'No source was used.',
  },
  masking: {
    masked: 'Masked',
    nothingMasked: 'Nothing was masked',
    where: 'in your messages and the passages read',
    willMask: 'Will be masked:',
    willMaskNothing: 'Nothing to mask in this question',
    checking: 'Looking for personal data…',
    idle: 'Personal data is masked first',
    failed: 'The preview is not available. Masking still happens before a model sees anything.',
    modelSees: 'What the model will see',
  },
  receipt: {
    receipt: 'Receipt',
    entries: 'Log entries',
    leaf: 'Leaf',
    copy: 'Copy receipt',
    copied: 'Copied',
    copyFailed: 'Copying failed',
    verify: 'Verify log',
    verifying: 'Verifying…',
    intact: 'The log is intact',
    damaged: 'The log does not verify',
  },
  decisions: {
    answered: 'Answer',
    quoted: 'Quotation',
    declined: 'Doesn’t know',
    chatted: 'Without documents',
  },
  kinds: {
    name: 'name',
    email: 'e-mail address',
    phone: 'phone number',
    address: 'address',
    place: 'place',
    birthDate: 'date of birth',
    date: 'date',
    nationalId: 'identity number',
    passport: 'travel document',
    drivingLicence: 'driving licence',
    vehicle: 'vehicle number',
    taxId: 'tax number',
    insuranceId: 'insurance number',
    card: 'bank card',
    cardCode: 'card code',
    bankAccount: 'bank account',
    bankCode: 'bank code',
    crypto: 'crypto address',
    amount: 'amount of pay',
    companyId: 'company number',
    company: 'organisation',
    onlineAccount: 'online account',
    device: 'device or network address',
    link: 'web address',
    password: 'password',
    accessKey: 'access key',
    privateKey: 'private key',
    health: 'health data',
    legal: 'legal record',
    recordNumber: 'record number',
    personal: 'personal trait',
    other: 'other sensitive value',
  },
  failures: {
    credentials: 'User name or password is wrong.',
    session: 'Your session has ended.',
    forbidden: 'Your role does not allow this.',
    invalid: 'The server could not accept this request.',
    'too-long': 'The question is too long for the model. Shorten it, or start a new conversation.',
    rate: 'Too many requests in a short time. Wait a moment, then try again.',
    unavailable: 'The assistant cannot answer safely right now, so it did not answer. Try again in a moment.',
    'broken-off': 'The answer broke off before it was complete.',
    network: 'The server cannot be reached.',
    internal: 'Something went wrong inside.',
  },
  failure: { requestId: 'Request id', retry: 'Try again' },
  count: {
    sources: (count) => (count === 1 ? '1 source.' : `${count} sources.`),
    citation: (number) => `Source ${number}`,
    removed: (count) =>
      count === 1 ? '1 unsupported sentence was removed' : `${count} unsupported sentences were removed`,
    logHolds: (entries) => (entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`),
  },
};
