import type { TurnId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';

const sentences: Readonly<Record<Language, string>> = {
  en: 'Sorry, something went wrong on our side and I could not finish that. Please try again, or ask for a person.',
  zh: '抱歉，我们这边出了点问题，刚才的请求没有处理完。请再试一次，或者说“人工客服”。',
};

/** Said once when a turn failed. */
export const apology = (language: Language): string => sentences[language];

/** Its id in the web channel: a turn that was answered by it is over, and is not repeated after a crash. */
export const apologyIdOf = (turn: TurnId): string => `${turn}-sorry`;
