/** The two languages every word a shopper sees exists in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A text in the languages it exists in; imported shops often have only one. */
export type Localized = Readonly<Partial<Record<Language, string>>>;

/** The text in `language`, else in whatever language it has, else ''. */
export const inLanguage = (text: Localized, language: Language): string => text[language] ?? text.en ?? text.zh ?? '';
