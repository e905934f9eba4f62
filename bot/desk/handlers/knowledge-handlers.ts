import { type CannedFacts, cannedVariables, fillCanned } from '../../../dialogs/handoff/canned.ts';
import type { Intent } from '../../../dialogs/turn.ts';
import type { Conversation } from '../../../knowledge/domain/conversation.ts';
import type { Canned, Correction } from '../../../knowledge/domain/desk.ts';
import { type ArticleId, asId, type TurnId } from '../../../knowledge/domain/ids.ts';
import { inLanguage } from '../../../knowledge/domain/language.ts';
import { formatMoney } from '../../../knowledge/domain/money.ts';
import { gapsIn, mostCompared } from '../../../knowledge/retrieval/pages/gap-report.ts';
import { maskPersonal } from '../../../knowledge/retrieval/pages/mask.ts';
import { notFound } from '../../http/problem.ts';
import { pictureUrl } from '../../shop-api/views.ts';
import type { Desk } from '../desk.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { type EntryView, entryView, moneyView, suggestionView } from '../desk-views.ts';
import { readLine } from '../reading.ts';
import { conversationFor } from './conversation-handlers.ts';

const draftCount = 3;
const reportedDays = 30;
const reportedGaps = 50;
/** An answer marked wrong is in the report of gaps under the correction's own name. */
const gapOf = (correction: string): TurnId => asId<TurnId>(`correction:${correction}`);
const tailLength = 40;

const tailOf = async (desk: Desk, conversation: Conversation, upTo?: number): Promise<EntryView[]> => {
  const last = upTo ?? (await desk.stores.transcripts.last(conversation.id));
  const from = Math.max(0, last - tailLength);
  const entries = await desk.stores.transcripts.after(conversation.id, from, last - from);
  return entries.flatMap(e => entryView(e) ?? []);
};

const cannedView = ({ id, title, text }: Canned) => ({ key: id, title, text });

const cannedFactsOf = async (desk: Desk, conversation: Conversation, agent: string): Promise<CannedFacts> => {
  const { language, shopper } = conversation;
  const [who, orders, offers] = await Promise.all([
    desk.stores.shoppers.get(shopper),
    desk.stores.orders.ofShopper(shopper, 1),
    desk.stores.offers.open(shopper, desk.now),
  ]);
  const [order] = orders;
  const [offer] = offers;
  return {
    agent,
    shop: inLanguage(desk.shop.name, language),
    ...(who?.name ? { shopper: who.name } : {}),
    ...(order ? { order: order.number } : {}),
    ...(order?.shipment ? { tracking: `${order.shipment.carrier} ${order.shipment.tracking}` } : {}),
    ...(offer ? { deal: formatMoney(offer.saves) } : {}),
  };
};

/** Words that ask nothing an article could answer. */
const aside: ReadonlySet<Intent> = new Set([
  'person',
  'greeting',
  'thanks',
  'goodbye',
  'yes',
  'no',
  'cancel',
  'unclear',
]);

type KnowledgeHandlers = Pick<
  Handlers,
  | 'listDrafts'
  | 'correct'
  | 'searchProducts'
  | 'listSuggestions'
  | 'readKnowledge'
  | 'decideSuggestion'
  | 'listCanned'
  | 'fillCanned'
  | 'putCanned'
  | 'deleteCanned'
>;

export const knowledgeHandlers: KnowledgeHandlers = {
  /** From the shop's own articles, nearest first; what does not reach the bot's own bar is left to the agent's judgement. */
  listDrafts: async (desk, { session, conversation: id }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    const said = (await tailOf(desk, conversation)).filter(e => e.from === 'shopper' && e.text.trim());
    // That they want a person is what brought them here; what they want of one was said before or comes next.
    const question = said.findLast(e => !aside.has(readLine(desk, conversation, e.text).intent))?.text ?? '';
    if (!question) return { question, drafts: [] };
    const { articles } = desk.services.indexes.current();
    const drafts = articles
      .search(question, conversation.language, draftCount, {
        reader: { now: desk.now, audiences: ['staff', 'signed-in', 'guest'] },
      })
      .filter(p => p.score >= articles.threshold / 2)
      .map(({ article, text, score }) => ({
        text,
        score,
        source: { article: article.id, title: inLanguage(article.title, conversation.language), url: article.url },
      }));
    return { question, drafts };
  },
  correct: async (desk, { session, conversation: id, body }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    const tail = await tailOf(desk, conversation, body.seq);
    const wrong = tail.find(e => e.seq === body.seq);
    if (wrong?.from !== 'bot') throw refuse('not-a-bot-answer', 'Only what the bot said can be marked wrong');
    const question = tail.filter(e => e.seq < body.seq && e.from === 'shopper').at(-1)?.text ?? '';
    const correction: Correction = {
      id: `${id}|${body.seq}`,
      conversation: id,
      seq: body.seq,
      question,
      wrong: wrong.text,
      better: body.better,
      language: conversation.language,
      by: session.agent.id,
      at: desk.now,
      state: 'open',
    };
    if ((await desk.stores.desk.insertCorrection(correction)) && conversation.desk) {
      await desk.stores.tickets.addCorrection(conversation.desk.ticket);
    }
    const kept = (await desk.stores.desk.correction(correction.id)) ?? correction;
    if (question) {
      await desk.stores.gaps.add({
        id: gapOf(correction.id),
        text: maskPersonal(question),
        language: conversation.language,
        at: desk.now,
        nearest: [],
        reason: 'marked-wrong',
      });
    }
    const suggestion = suggestionView(kept, desk.nameOf);
    await desk.feed.suggestion(suggestion);
    return { suggestion };
  },
  searchProducts: async (desk, { session, query }) => {
    const language = query.language ?? session.agent.languages[0] ?? 'en';
    const found = desk.services.indexes
      .current()
      .products.search({ text: query.q, language, preferences: [], count: 12 });
    return {
      products: found.hits.map(({ product }) => ({
        id: product.id,
        name: inLanguage(product.name, language),
        price: moneyView(product.price),
        stock: product.stock,
        picture: pictureUrl(product.id),
      })),
    };
  },
  listSuggestions: async desk => ({
    suggestions: (await desk.stores.desk.corrections('open', 200)).map(c => suggestionView(c, desk.nameOf)),
  }),
  readKnowledge: async (desk, { session, query }) => {
    const since = new Date(desk.now.getTime() - reportedDays * 86_400_000);
    const [open, check] = await Promise.all([
      desk.stores.gaps.open(since, mostCompared),
      desk.stores.articleChecks.latest(),
    ]);
    const { view } = desk.services.catalogue;
    const reads = query.language ?? session.agent.languages[0] ?? 'en';
    return {
      gaps: gapsIn(open, view.articles)
        .slice(0, reportedGaps)
        .map(({ turns: _, nearest, lastAt, ...gap }) => ({
          ...gap,
          also: [...gap.also],
          lastAt: lastAt.toISOString(),
          nearest: nearest ? { title: inLanguage(nearest.title, reads), url: nearest.url } : null,
        })),
      checkedAt: check?.at.toISOString() ?? null,
      findings: (check?.findings ?? []).flatMap(({ article: id, language, sentence, subject, said, holds }) => {
        const article = view.articles.find(a => a.id === id);
        if (!article) return [];
        const { url } = article;
        const title = inLanguage(article.title, reads);
        return [{ article: id, title, url, language, sentence, subject: subject ?? null, said, holds }];
      }),
    };
  },
  decideSuggestion: async (desk, { id, body }) => {
    const known = await desk.stores.desk.correction(id);
    if (!known) throw notFound('There is no such suggestion', 'no-suggestion');
    const article = asId<ArticleId>(`desk-${known.id.replace(/[^\w-]/g, '-')}`);
    const decided = await desk.stores.desk.decideCorrection(
      id,
      body.decision === 'publish' ? 'published' : 'dismissed',
      body.decision === 'publish' ? article : undefined,
    );
    // Published before and not carried out to the end: it goes on.
    const stands = decided ?? (await desk.stores.desk.correction(id));
    if (!decided && (body.decision !== 'publish' || stands?.state !== 'published'))
      throw refuse('decided', 'This was decided already');
    if (body.decision === 'publish') {
      await desk.stores.articles.put([
        {
          id: article,
          topic: 'service',
          title: { [known.language]: body.title },
          body: { [known.language]: body.body },
          questions: [known.question || body.title],
          url: `/help/${article}`,
          updatedAt: desk.now,
        },
      ]);
      // The bot of this process answers from it at once; the others with their next refresh.
      await desk.services.catalogue.refresh();
    }
    await desk.stores.gaps.settle([gapOf(known.id)]);
    const suggestion = suggestionView(stands ?? known, desk.nameOf);
    await desk.feed.suggestion(suggestion);
    return { suggestion };
  },
  listCanned: async desk => ({ canned: (await desk.stores.desk.canned()).map(cannedView) }),
  fillCanned: async (desk, { session, conversation: id, call }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    const canned = (await desk.stores.desk.canned()).find(c => c.id === call.params.key);
    if (!canned) throw notFound('There is no such canned reply', 'no-canned');
    const facts = await cannedFactsOf(desk, conversation, session.agent.name);
    return fillCanned(inLanguage(canned.text, conversation.language), facts);
  },
  putCanned: async (desk, { call, body }) => {
    const key = call.params.key ?? '';
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(key))
      throw refuse('invalid-body', 'A key has lower case letters, digits and -', 400);
    const unknown = Object.values(body.text).flatMap(text => fillCanned(text ?? '', {}).missing);
    const strange = unknown.find(name => !cannedVariables.some(v => v === name));
    if (strange) throw refuse('unknown-variable', `{${strange}} is not one of ${cannedVariables.join(', ')}`, 400);
    const canned: Canned = { id: key, title: body.title, text: body.text as Canned['text'] };
    await desk.stores.desk.putCanned(canned);
    return { canned: cannedView(canned) as never };
  },
  deleteCanned: async (desk, { call }) => {
    await desk.stores.desk.deleteCanned(call.params.key ?? '');
    return null;
  },
};
