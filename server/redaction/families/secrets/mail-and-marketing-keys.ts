import type { LiteralRule } from '../../rule.ts';
import { infixToken } from '../../secrets/infix-token.ts';
import {
  anyHex,
  base62,
  base64url,
  bigLetters,
  chain,
  digits,
  dotted,
  hex,
  oneOf,
  smallLetters,
  uuid,
} from '../../secrets/token-body.ts';
import { vendorTokens } from '../../secrets/vendor-token.ts';

/** Keys of mail, messages, sales and social services. */
export const mailAndMarketingKeys: readonly LiteralRule[] = [
  ...vendorTokens('MAIL_API_KEY', [
    ['sendgrid-key', 'sendgrid', 'SG.', chain(base64url(22), '.', base64url(43))],
    ['mailgun-key', 'mailgun', 'key-', hex(32)],
    ['mailgun-public-key', 'mailgun', 'pubkey-', hex(32)],
    ['brevo-key', 'brevo', 'xkeysib-', chain(hex(64), '-', base62(16))],
    ['brevo-smtp-key', 'brevo', 'xsmtpsib-', chain(hex(64), '-', base62(16))],
    ['resend-key', 'resend', 're_', chain(base62(8), '_', base62(24))],
    ['mandrill-key', 'mandrill', 'md-', base64url(22)],
    ['mailersend-token', 'mailersend', 'mlsn.', hex(64)],
    ['smtp2go-key', 'smtp2go', 'api-', bigLetters(32)],
  ]),
  infixToken({
    id: 'mailchimp-key',
    type: 'MAIL_API_KEY',
    vendor: 'mailchimp',
    marks: ['-us'],
    before: hex(32),
    after: digits(1, 2),
  }),
  ...vendorTokens('TWILIO_KEY', [
    ['twilio-account-sid', 'twilio', 'AC', hex(32)],
    ['twilio-key', 'twilio', 'SK', hex(32)],
    ['telnyx-key', 'telnyx', 'KEY', chain(anyHex(32), '_', base62(22))],
  ]),
  ...vendorTokens('GENERIC_API_KEY', [
    ['hubspot-token', 'hubspot', 'pat-', chain(oneOf('na1-', 'eu1-', 'na2-', 'ap1-'), uuid)],
    ['intercom-token', 'intercom', 'dG9rO', base64url(50, 70)],
    ['facebook-access-token', 'facebook', 'EAAC', base62(90, 300)],
    ['facebook-page-token', 'facebook', 'EAAG', base62(90, 300)],
    ['facebook-user-token', 'facebook', 'EAAB', base62(90, 300)],
    ['facebook-marketing-token', 'facebook', 'EAAM', base62(90, 300)],
    ['instagram-token', 'instagram', 'IGQV', base64url(100, 300)],
    ['instagram-business-token', 'instagram', 'IGAA', base64url(100, 300)],
    ['twitter-bearer-token', 'twitter', 'AAAAAAAAAAAAAAAAAAAA', dotted(60, 120)],
    ['linkedin-client-secret', 'linkedin', 'WPL_AP1.', chain(base62(16), '.', base62(6, 10))],
    ['dropbox-token', 'dropbox', 'sl.', base64url(130, 2000)],
    ['salesforce-session', 'salesforce', '00D', chain(base62(12), '!', dotted(80, 120))],
    [
      'wix-key',
      'wix',
      'IST.eyJ',
      chain(base64url(40, 400), '.', base64url(40, 800), '.', base64url(40, 600)),
    ],
    ['persona-key', 'persona', 'persona_', chain(oneOf('production_', 'sandbox_'), uuid)],
    ['onfido-live-token', 'onfido', 'api_live.', chain(base64url(11), '.', base64url(32))],
    ['onfido-sandbox-token', 'onfido', 'api_sandbox.', chain(base64url(11), '.', base64url(32))],
    ['tiktok-access-token', 'tiktok', 'act.', chain(base62(30, 90), '!', digits(4), '.', smallLetters(2))],
    ['retool-key', 'retool', 'retool_01', smallLetters(24)],
  ]),
];
