/** Where checkpoints are kept out of reach of this machine's administrator. */
export type AnchorSetting =
  | (AnchorBasics & { readonly kind: 'file'; readonly path: string })
  | (AnchorBasics & {
      readonly kind: 'syslog';
      readonly host: string;
      readonly port: number;
      /** File with the certificates (PEM) that the collector's must lead to; those of the system when absent. */
      readonly ca?: string | undefined;
    })
  | (AnchorBasics & {
      readonly kind: 'stamp';
      readonly url: string;
      /** File with the authority's own certificate (PEM). */
      readonly certificate: string;
    })
  | (AnchorBasics & { readonly kind: 'witness'; readonly url: string; readonly key: string });

interface AnchorBasics {
  readonly name: string;
  /** At most one checkpoint is handed over in so many seconds. */
  readonly everySeconds: number;
}

/** What policies/anchors.yaml says. */
export interface AnchorPolicy {
  /** How many anchors must hold a checkpoint before it counts as anchored. */
  readonly need: number;
  /** Whether new exchanges are refused while the newest anchored checkpoint is too old. */
  readonly strict: boolean;
  readonly maxAgeSeconds: number;
  readonly anchors: readonly AnchorSetting[];
}

/** Nothing but the folder beside the log. */
export const noAnchors: AnchorPolicy = { need: 0, strict: false, maxAgeSeconds: 300, anchors: [] };
