declare const unmaskedBrand: unique symbol;

/**
 * Text as it came, on its way to a model that finds values in it. Only `server/redaction` mints it (held by
 * tests/architecture.test.ts). Every other work of a model takes `MaskedText`, and this is none: what is meant for the
 * recogniser cannot be given to another model.
 */
export type UnmaskedText = string & { readonly [unmaskedBrand]: true };
