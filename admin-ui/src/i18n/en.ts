import type { FailureKind } from '../api/failure.ts';
import type { ValueKind } from '../data/value-kinds.ts';

/** Every text of the page. A language is an object of this shape, so a missing text does not compile. */
export interface Dictionary {
  readonly signIn: Readonly<Record<SignInText, string>>;
  readonly kinds: Readonly<Record<ValueKind, string>>;
  readonly failures: Readonly<Record<FailureKind, string>>;
  readonly failure: Readonly<Record<'requestId' | 'retry', string>>;
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
};
