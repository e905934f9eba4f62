import { defaultTone, type Tone } from './tone.ts';

export interface ParsedTone {
  readonly tone: Tone;
  /** One sentence for each line that can't be used, with its number; what it sets keeps its default. */
  readonly problems: readonly string[];
}

const yes = /^(?:yes|on|true|是|开|要)$/i;
const no = /^(?:no|off|false|否|不|关|不要)$/i;
const longestName = 20;

type Draft = { -readonly [K in keyof Tone]: Tone[K] };

/** What each line may set; returns what is wrong with a value, or null. */
const settings: Readonly<Record<string, (value: string, tone: Draft) => string | null>> = {
  voice: (value, tone) => {
    if (value !== 'warm' && value !== 'neutral') return 'is warm or neutral';
    tone.voice = value;
    return null;
  },
  address: (value, tone) => {
    if (value !== '您' && value !== '你') return 'is 您 or 你';
    tone.address = value;
    return null;
  },
  emoji: (value, tone) => {
    if (!yes.test(value) && !no.test(value)) return 'is yes or no';
    tone.emoji = yes.test(value);
    return null;
  },
  'name in english': (value, tone) => {
    const problem = nameProblem(value);
    if (!problem) tone.assistant = { ...tone.assistant, en: value };
    return problem;
  },
  'name in chinese': (value, tone) => {
    const problem = nameProblem(value);
    if (!problem) tone.assistant = { ...tone.assistant, zh: value };
    return problem;
  },
};

/** A name is said to every shopper: letters, and nothing that could pass for a claim. */
const nameProblem = (value: string): string | null =>
  [...value].length > longestName || !/^[\p{L}][\p{L}\p{M} '’·-]*$/u.test(value)
    ? `is a name of up to ${longestName} letters`
    : null;

/**
 * The tone in a Markdown file of lines such as "- voice: warm"; headings, paragraphs and quotes are for whoever reads
 * it. A line that can't be used is named and keeps its default.
 */
export const parseTone = (text: string): ParsedTone => {
  const tone: Draft = { ...defaultTone };
  const problems: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const match = /^\s*[-*+]\s+\**([^:：*]+?)\**\s*[:：]\s*\**(.*?)\**\s*$/.exec(line);
    if (!match) continue;
    const [name, value] = [match[1]!.toLowerCase().replaceAll(/\s+/g, ' '), match[2]!.trim()];
    const at = `line ${index + 1}`;
    const set = settings[name];
    if (!set) {
      problems.push(`${at}: "${match[1]}" is no setting; there are ${Object.keys(settings).join(', ')}`);
      continue;
    }
    const before = seen.get(name);
    if (before !== undefined) {
      problems.push(`${at}: "${name}" is set in line ${before} already, which counts`);
      continue;
    }
    seen.set(name, index + 1);
    if (value === '') continue;
    const problem = set(value, tone);
    if (problem) problems.push(`${at}: "${name}" ${problem}, got "${value.slice(0, 40)}"`);
  }
  return { tone, problems };
};
