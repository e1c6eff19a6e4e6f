import { settings } from '../server/config/settings.ts';

/** docs/configuration.md, from the list of settings. */
export function renderConfigurationDocs(): string {
  const rows = Object.values(settings).map(
    ({ variable, fallback, describe, fix }) =>
      `| \`${variable}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${describe} | ${fix} |`,
  );
  return [
    '# Configuration',
    '',
    'Generated from `server/config/settings.ts` by `npm run docs`. Every setting is an environment variable; all problems are reported at',
    'once, with their fix and without the value. `npm run -s cli -- config print` shows what is in force.',
    '',
    '| variable | default | what it does | what it must be |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    'Secrets are not part of the configuration and are never printed:',
    '',
    '| variable | what it does |',
    '| --- | --- |',
    '| `INTRAMURA_ADMIN_PASSWORD` | Password of the first administrator (`admin`) on an empty data folder, at least 8 characters. Without it one is made and printed once. |',
    '',
    'Relative paths of the data folder start in the folder the product is started in; those of models, policies and samples start in the',
    'product’s own folder.',
    '',
  ].join('\n');
}
