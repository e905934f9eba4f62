/** How the shop speaks: what a marketer sets in one small file. */
export interface Tone {
  readonly voice: 'warm' | 'neutral';
  /** How Chinese addresses the shopper. */
  readonly address: '您' | '你';
  readonly emoji: boolean;
  /** What the assistant calls itself; empty: the shop's assistant. */
  readonly assistant: Readonly<{ en: string; zh: string }>;
}

export const defaultTone: Tone = { voice: 'neutral', address: '您', emoji: false, assistant: { en: '', zh: '' } };
