import type { Language } from '../../../knowledge/domain/language.ts';
import { checkSummary } from '../claims/check-summary.ts';
import { soundsLikeInstruction } from './injection.ts';
import { withoutHidden } from './mask.ts';
import { summariseInstructions } from './prompt.ts';
import { reasonOf } from './rephrase.ts';
import type { TextModel, TextOutcome } from './text-model.ts';

export interface SummariseRequest {
  /** Of whoever reads it. */
  readonly language: Language;
  readonly lines: readonly { readonly from: 'shopper' | 'bot' | 'agent' | 'system'; readonly text: string }[];
}

/** What the conversation is about in two sentences; null: there is no such text, and the record speaks for itself. Never throws. */
export type Summarise = (request: SummariseRequest) => Promise<string | null>;

const mostLines = 24;
const longestLine = 300;
const names = {
  en: { shopper: 'Shopper', bot: 'Bot', agent: 'Agent' },
  zh: { shopper: '顾客', bot: '机器人', agent: '客服' },
};

const isIn = (text: string, language: Language): boolean => /\p{Script=Han}/u.test(text) === (language === 'zh');

/** Lines a model may read: words in the reader's language, without amounts, codes and addresses, and none that gives orders. */
const readable = ({ language, lines }: SummariseRequest): string[] =>
  lines
    .filter(l => l.text.trim() !== '' && isIn(l.text, language) && !soundsLikeInstruction(l.text))
    .slice(-mostLines)
    .flatMap(({ from, text }) =>
      from === 'system'
        ? []
        : [`${names[language][from]}: ${withoutHidden(text).slice(0, longestLine).replaceAll('\n', ' ')}`],
    );

export const createSummarise =
  ({
    model,
    timeoutMilliseconds,
    onOutcome,
  }: {
    readonly model: TextModel;
    readonly timeoutMilliseconds: number;
    readonly onOutcome?: (outcome: TextOutcome) => void;
  }): Summarise =>
  async request => {
    const { language } = request;
    const lines = readable(request);
    const shoppers = request.lines.filter(l => l.from === 'shopper' && l.text.trim() !== '');
    // A conversation in another language than the reader's is not told in theirs: nothing could be compared.
    if (shoppers.filter(l => isIn(l.text, language)).length * 2 < shoppers.length || lines.length < 2) return null;
    const instructions = summariseInstructions(language);
    try {
      let text = '';
      for await (const piece of model.stream({
        task: 'summarise',
        instructions,
        text: `<conversation>\n${lines.join('\n')}\n</conversation>`,
        maxTokens: 200,
        signal: AbortSignal.timeout(timeoutMilliseconds),
      })) {
        text += piece;
      }
      const [problem] = checkSummary(text.trim(), { language, said: lines.join('\n'), hidden: instructions });
      if (problem) {
        onOutcome?.({ task: 'summarise', outcome: 'refused', reason: problem.kind });
        return null;
      }
      onOutcome?.({ task: 'summarise', outcome: 'used' });
      return text.trim();
    } catch (fault) {
      onOutcome?.({ task: 'summarise', outcome: 'failed', reason: reasonOf(fault) });
      return null;
    }
  };
