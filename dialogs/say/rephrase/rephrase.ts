import type { Language } from '../../../knowledge/domain/language.ts';
import { type ClaimProblem, claimChecker } from '../claims/check-claims.ts';
import type { Tone } from '../tone/tone.ts';
import { soundsLikeInstruction } from './injection.ts';
import { mask, unmask } from './mask.ts';
import { type Spoken, stretchOf } from './parts.ts';
import { rephraseInstructions, rephraseText } from './prompt.ts';
import type { TextModel, TextOutcome } from './text-model.ts';

export interface RephraseRequest {
  readonly language: Language;
  readonly spoken: readonly Spoken[];
  /** Names that may be said besides what the template names. */
  readonly names: readonly string[];
  /** The catalogue's names, folded: none that the template does not say may turn up. */
  readonly otherNames: readonly string[];
  /** The reply so far, up to the last sentence that passed; called while the rest still comes. The whole may still be refused. */
  readonly onChecked?: (soFar: string) => void;
}

/** The whole reply in other words; the template's wherever a model may not, can't or did not. Never throws. */
export type Rephrase = (request: RephraseRequest) => Promise<string>;

export interface RephraseOptions {
  readonly model: TextModel;
  readonly tone: Tone;
  /** Milliseconds a reply may wait for other words. */
  readonly timeoutMilliseconds: number;
  readonly onOutcome?: (outcome: TextOutcome) => void;
}

/** A text that may not be sent; the stream is left at once. */
class RefusedText extends Error {
  readonly problem: ClaimProblem | { readonly kind: 'places' };

  constructor(problem: RefusedText['problem']) {
    super(`refused: ${problem.kind}`);
    this.name = 'RefusedText';
    this.problem = problem;
  }
}

const joined = (texts: readonly string[]): string => texts.filter(Boolean).join('\n\n');

/** Ends of sentences, where what came so far is looked at. */
const sentenceEnd = /[.!?。！？…\n]["”’）)]?\s*$/;

/** About one token for each Chinese character and for each three letters, and room to spare. */
const tokensFor = (text: string): number => Math.min(800, 80 + Math.ceil(text.length * 1.2));

export const createRephrase = ({ model, tone, timeoutMilliseconds, onOutcome }: RephraseOptions): Rephrase => {
  const reword = async (
    template: string,
    request: RephraseRequest,
    onChecked: (text: string) => void,
  ): Promise<string> => {
    const masked = mask(template);
    const instructions = rephraseInstructions(request.language, tone);
    const check = claimChecker({
      language: request.language,
      template,
      names: request.names,
      otherNames: request.otherNames,
      hidden: instructions,
    });
    const stop = AbortSignal.timeout(timeoutMilliseconds);
    const left = new AbortController();
    const checked = (raw: string, partial: boolean): string => {
      const text = unmask(raw, masked.values, partial);
      const [problem] = text === null ? [{ kind: 'places' } as const] : check(text, partial);
      if (!problem) return text!;
      // A text that is refused half-way is not waited for.
      left.abort();
      throw new RefusedText(problem);
    };
    const stream = model.stream({
      task: 'rephrase',
      instructions,
      text: rephraseText(masked.text),
      maxTokens: tokensFor(template),
      signal: AbortSignal.any([stop, left.signal]),
    });
    let raw = '';
    for await (const piece of stream) {
      raw += piece;
      if (sentenceEnd.test(raw)) onChecked(checked(raw, true).trim());
    }
    return checked(raw.trim(), false);
  };

  return async request => {
    const template = joined(request.spoken.map(s => s.text));
    const stretch = stretchOf(request.spoken);
    if (!stretch || soundsLikeInstruction(stretch.text)) return template;
    try {
      const before = request.spoken.slice(0, stretch.from).map(s => s.text);
      const text = await reword(stretch.text, request, checked => request.onChecked?.(joined([...before, checked])));
      onOutcome?.({ task: 'rephrase', outcome: 'used' });
      const after = request.spoken.slice(stretch.to).map(s => s.text);
      return joined([...before, text, ...after]);
    } catch (fault) {
      onOutcome?.(
        fault instanceof RefusedText
          ? { task: 'rephrase', outcome: 'refused', reason: fault.problem.kind }
          : { task: 'rephrase', outcome: 'failed', reason: reasonOf(fault) },
      );
      return template;
    }
  };
};

/** Kept to few values: a name of an error, never its text. */
export const reasonOf = (fault: unknown): string => {
  const reason = (fault as { reason?: unknown } | null)?.reason;
  if (typeof reason === 'string') return reason;
  const { name = 'unknown' } = (fault ?? {}) as { name?: string };
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'fault';
};
