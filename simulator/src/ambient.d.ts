/**
 * The little that every runtime we run in has (Node, browsers, their workers) and that the ECMAScript library types
 * leave out. Nothing else may be declared here: it is what keeps this workspace pure.
 */

interface BackfillTextDecoder {
  decode(input?: Uint8Array): string
}
declare const TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): BackfillTextDecoder
}

interface BackfillTextEncoder {
  encode(input?: string): Uint8Array
}
declare const TextEncoder: { new (): BackfillTextEncoder }
