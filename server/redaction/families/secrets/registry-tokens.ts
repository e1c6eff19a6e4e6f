import type { LiteralRule } from '../../rule.ts';
import { base62, base64url, chain, hex, oneOf, smallLetters, uuid } from '../../secrets/token-body.ts';
import { vendorTokens } from '../../secrets/vendor-token.ts';

/** Tokens of package and image registries. */
export const registryTokens: readonly LiteralRule[] = [
  ...vendorTokens('NPM_PYPI_TOKEN', [
    ['npm-old-token', 'npm', 'NpmToken.', uuid],
    ['pypi-token', 'pypi', 'pypi-AgEIcHlwaS5vcmc', base64url(50, 250)],
    ['pypi-test-token', 'pypi', 'pypi-AgENdGVzdC5weXBpLm9yZw', base64url(50, 250)],
    ['rubygems-key', 'rubygems', 'rubygems_', hex(48)],
    ['nuget-key', 'nuget', 'oy2', smallLetters(43)],
    ['crates-io-token', 'crates.io', 'cio', base62(32)],
    ['clojars-token', 'clojars', 'CLOJARS_', hex(60)],
    ['packagist-token', 'packagist', 'packagist_', chain(oneOf('ort_', 'out_', 'uut_', 'ack_'), hex(68))],
    ['artifactory-key', 'jfrog', 'AKCp', base62(69)],
    ['artifactory-reference-token', 'jfrog', 'cmVmdGtu', base62(56)],
    ['jsr-token', 'jsr', 'jsrp_', base62(40, 50)],
  ]),
  ...vendorTokens('DATABRICKS_K8S_DOCKER', [
    ['docker-personal-token', 'docker', 'dckr_pat_', base64url(27)],
    ['docker-organisation-token', 'docker', 'dckr_oat_', base64url(27, 36)],
    ['docker-swarm-join-token', 'docker', 'SWMTKN-1-', chain(smallLetters(50), '-', smallLetters(25))],
    ['docker-swarm-unlock-key', 'docker', 'SWMKEY-1-', base62(43)],
    ['databricks-token', 'databricks', 'dapi', hex(32)],
    ['databricks-numbered-token', 'databricks', 'dapi', chain(hex(32), '-', oneOf('2', '3'))],
    ['databricks-oauth-secret', 'databricks', 'dose', hex(32)],
    ['databricks-encryption-key', 'databricks', 'dkea', hex(32)],
  ]),
];
