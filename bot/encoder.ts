import type { SentenceEncoder } from '../knowledge/ports.ts';

export interface OpenedEncoder extends SentenceEncoder {
  encodeDeep: NonNullable<SentenceEncoder['encodeDeep']>;
  close(): Promise<void>;
}

/**
 * An encoder that is opened by the first who needs it. One that can't be opened is told about once; each call after that
 * is refused, and whoever asked does without.
 */
export const encoderWhenNeeded = (
  open: () => Promise<OpenedEncoder>,
  width: number,
  news: (sentence: string) => void,
): OpenedEncoder => {
  let opening: Promise<OpenedEncoder> | null = null;
  const opened = (): Promise<OpenedEncoder> => {
    opening ??= open().catch((fault: unknown) => {
      news(`Without the sentence encoder: ${fault instanceof Error ? fault.message : String(fault)}`);
      throw fault;
    });
    return opening;
  };
  return {
    width,
    encode: async texts => (await opened()).encode(texts),
    encodeDeep: async texts => (await opened()).encodeDeep(texts),
    close: async () => {
      const one = await opening?.catch(() => null);
      await one?.close();
    },
  };
};
