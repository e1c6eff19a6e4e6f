import type { LiteralRule } from '../../rule.ts';
import {
  base62,
  base64url,
  bigLetters,
  chain,
  digits,
  hex,
  oneOf,
  smallLetters,
} from '../../secrets/token-body.ts';
import { vendorTokens } from '../../secrets/vendor-token.ts';

const slackParts = chain(digits(10, 13), '-', digits(10, 13), '-', base62(24, 34));
/** Base64 of the first two digits of a Discord id. */
const discordIds = ['MT', 'Mj', 'Mz', 'ND', 'NT', 'Nj', 'Nz', 'OD', 'OT'] as const;

/** Tokens of chat services and bots, and the hooks that post to them. */
export const chatTokens: readonly LiteralRule[] = [
  ...vendorTokens('SLACK_TOKEN', [
    ['slack-bot-token', 'slack', 'xoxb-', slackParts],
    ['slack-old-bot-token', 'slack', 'xoxb-', base64url(24, 200)],
    [
      'slack-user-token',
      'slack',
      'xoxp-',
      chain(digits(10, 13), '-', digits(10, 13), '-', digits(10, 13), '-', hex(28, 34)),
    ],
    [
      'slack-app-token',
      'slack',
      'xapp-',
      chain(digits(1), '-', bigLetters(9, 13), '-', digits(10, 14), '-', hex(32, 64)),
    ],
    ['slack-workspace-token', 'slack', 'xoxa-', base64url(10, 200)],
    ['slack-refresh-token', 'slack', 'xoxr-', base64url(10, 200)],
    [
      'slack-session-token',
      'slack',
      'xoxs-',
      chain(digits(9, 13), '-', digits(9, 13), '-', digits(9, 13), '-', hex(10, 64)),
    ],
    ['slack-legacy-token', 'slack', 'xoxo-', base64url(10, 200)],
    ['slack-client-token', 'slack', 'xoxc-', base64url(40, 200)],
    ['slack-cookie-token', 'slack', 'xoxd-', base64url(40, 300)],
    [
      'slack-configuration-token',
      'slack',
      'xoxe.xox',
      chain(oneOf('p', 'b'), '-', digits(1), '-', base62(146, 180)),
    ],
    ['slack-configuration-refresh-token', 'slack', 'xoxe-', chain(digits(1), '-', base62(146, 180))],
    [
      'slack-incoming-hook',
      'slack',
      'https://hooks.slack.com/services/T',
      chain(bigLetters(7, 12), '/B', bigLetters(7, 12), '/', base62(22, 26)),
    ],
    [
      'slack-workflow-hook',
      'slack',
      'https://hooks.slack.com/workflows/T',
      chain(bigLetters(7, 12), '/A', bigLetters(7, 12), '/', digits(16, 20), '/', base62(22, 26)),
    ],
    [
      'slack-trigger-hook',
      'slack',
      'https://hooks.slack.com/triggers/T',
      chain(bigLetters(7, 12), '/', digits(12, 15), '/', hex(32)),
    ],
  ]),
  ...vendorTokens('BOT_TOKEN', [
    [
      'discord-bot-token',
      'discord',
      discordIds,
      chain(base62(22, 26), '.', base64url(6), '.', base64url(27, 38)),
    ],
    [
      'discord-hook',
      'discord',
      'https://discord.com/api/webhooks/',
      chain(digits(17, 20), '/', base64url(60, 72)),
    ],
    [
      'discord-canary-hook',
      'discord',
      'https://canary.discord.com/api/webhooks/',
      chain(digits(17, 20), '/', base64url(60, 72)),
    ],
    [
      'discord-old-hook',
      'discord',
      'https://discordapp.com/api/webhooks/',
      chain(digits(17, 20), '/', base64url(60, 72)),
    ],
    ['twitch-chat-token', 'twitch', 'oauth:', smallLetters(30)],
    ['kakao-admin-key', 'kakao', 'KakaoAK ', hex(32)],
    [
      'zapier-hook',
      'zapier',
      'https://hooks.zapier.com/hooks/catch/',
      chain(digits(5, 9), '/', smallLetters(5, 9)),
    ],
    ['ifttt-key', 'ifttt', 'https://maker.ifttt.com/use/', base64url(20, 44)],
    [
      'google-chat-hook',
      'google',
      'https://chat.googleapis.com/v1/spaces/',
      chain(base64url(8, 14), '/messages?key=', base64url(39), '&token=', base64url(20, 60)),
    ],
  ]),
];
