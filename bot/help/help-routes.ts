import type { Catalogue } from '../../knowledge/catalogue.ts';
import { type Article, isReadable } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { readingPage } from '../http/article-page.ts';
import { escapeHtml, quietCsp, sendHtml } from '../http/headers.ts';
import type { Call, Route } from '../http/route.ts';

/** Anybody may open a page: signed in or not makes no difference to who reads it. */
const publicAudiences = ['guest', 'signed-in'];

const words = {
  en: {
    help: 'Help',
    all: 'All articles',
    related: 'Related',
    updated: 'Updated',
    missing: 'There is no such article',
    other: '中文',
  },
  zh: {
    help: '帮助中心',
    all: '全部文章',
    related: '相关文章',
    updated: '更新于',
    missing: '没有这篇文章',
    other: 'English',
  },
} as const;

/** ?language=, else what the browser prefers. */
const languageOf = (call: Call): Language => {
  const asked = call.query.get('language');
  if (asked === 'en' || asked === 'zh') return asked;
  return /^\s*zh\b/i.test(call.req.headers['accept-language'] ?? '') ? 'zh' : 'en';
};

const link = (article: Article, language: Language): string =>
  `<a href="/help/${encodeURIComponent(article.id)}?language=${language}">${escapeHtml(inLanguage(article.title, language))}</a>`;

const listOf = (articles: readonly Article[], language: Language): string =>
  `<ul class="plain">${articles.map(a => `<li>${link(a, language)}</li>`).join('')}</ul>`;

const frame = (shop: Shop, language: Language, path: string, title: string, main: string): string => {
  const other = language === 'en' ? 'zh' : 'en';
  return readingPage({
    title,
    language: language === 'zh' ? 'zh-CN' : 'en',
    brand: inLanguage(shop.name, language),
    headerLinks: `<a href="/help?language=${language}">${words[language].all}</a> · <a href="${path}?language=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${words[language].other}</a>`,
    main,
    footer: escapeHtml(inLanguage(shop.tagline, language)),
  });
};

const articleMain = (article: Article, all: readonly Article[], language: Language): string => {
  const day = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const paragraphs = inLanguage(article.body, language)
    .split(/\n\s*\n/)
    .map(p => `<p>${escapeHtml(p.trim()).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const related = all.filter(a => a.topic === article.topic && a.id !== article.id).slice(0, 5);
  return `<article><h1>${escapeHtml(inLanguage(article.title, language))}</h1>
<p class="meta">${words[language].updated} <time datetime="${article.updatedAt.toISOString()}">${day.format(article.updatedAt)}</time></p>
${paragraphs}</article>
${related.length > 0 ? `<h2>${words[language].related}</h2>${listOf(related, language)}` : ''}`;
};

/** What is over, not yet, or for staff or some shoppers only is on no public page. */
const readableNow = ({ view }: Catalogue): Article[] =>
  view.articles.filter(article => isReadable(article, { now: new Date(), audiences: publicAudiences }));

/** The pages that answers in the chat link to: `/help` and `/help/:id`, in both languages. */
export const helpRoutes = (catalogue: Catalogue): Route[] => [
  {
    method: 'GET',
    path: '/help',
    handle: call => {
      const { shop } = catalogue.view;
      const articles = readableNow(catalogue);
      const language = languageOf(call);
      const topics = [...new Set(articles.map(a => a.topic))];
      const main = `<h1>${words[language].help}</h1>${topics
        .map(t =>
          listOf(
            articles.filter(a => a.topic === t),
            language,
          ),
        )
        .join('<hr style="border:0;border-top:1px solid var(--line);margin:.8rem 0">')}`;
      sendHtml(call.res, 200, frame(shop, language, '/help', words[language].help, main), {
        'content-security-policy': quietCsp,
      });
    },
  },
  {
    method: 'GET',
    path: '/help/:id',
    handle: call => {
      const { shop } = catalogue.view;
      const articles = readableNow(catalogue);
      const language = languageOf(call);
      const article = articles.find(a => a.id === call.params.id);
      const path = `/help/${encodeURIComponent(call.params.id ?? '')}`;
      const title = article ? inLanguage(article.title, language) : words[language].missing;
      const main = article ? articleMain(article, articles, language) : `<h1>${title}</h1>`;
      sendHtml(call.res, article ? 200 : 404, frame(shop, language, article ? path : '/help', title, main), {
        'content-security-policy': quietCsp,
      });
    },
  },
];
