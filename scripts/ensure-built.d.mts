export function ensureBuilt(options?: {
  readonly force?: boolean;
  readonly only?: 'server' | 'admin-ui';
}): void;
