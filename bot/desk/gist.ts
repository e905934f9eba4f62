import type { SummariseRequest } from '../../dialogs/say/rephrase/summarise.ts';
import type { DialogServices } from '../../dialogs/services.ts';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Language } from '../../knowledge/domain/language.ts';

/** A packet is read at once: a summary that is not there by then is there when it is read again. */
const patienceMilliseconds = 250;
const mostKept = 500;

interface Kept {
  readonly lastSeq: number;
  readonly text: Promise<string | null>;
}

/** A language model's two sentences on each conversation, made once for what was said so far. */
export class Gists {
  readonly #services: DialogServices;
  readonly #kept = new Map<string, Kept>();

  constructor(services: DialogServices) {
    this.#services = services;
  }

  /** Null: there is no model, it has not answered yet, or what it said was refused. */
  async of(
    conversation: Conversation,
    language: Language,
    transcript: readonly (SummariseRequest['lines'][number] & { readonly seq: number })[],
  ): Promise<string | null> {
    const { summarise } = this.#services;
    const lastSeq = transcript.findLast(e => e.from === 'shopper')?.seq;
    if (!summarise || lastSeq === undefined) return null;
    const key = `${conversation.id}|${language}`;
    let kept = this.#kept.get(key);
    if (kept?.lastSeq !== lastSeq) {
      kept = { lastSeq, text: summarise({ language, lines: transcript }) };
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    }
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>(resolve => {
      timer = setTimeout(() => resolve(null), patienceMilliseconds);
    });
    try {
      return await Promise.race([kept.text, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
