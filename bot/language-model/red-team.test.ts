/**
 * The whole way: a model behind a real endpoint that has been turned against the shop, pages and products with the
 * injection in them, shoppers who coax. What is sent has to be what a shop without a model sends, to the letter.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RedTeamGroup, redTeam } from '../../dialogs/say/claims/red-team.test-helper.ts';
import type { TextOutcome } from '../../dialogs/say/rephrase/text-model.ts';
import type { Article } from '../../knowledge/domain/article.ts';
import { asId } from '../../knowledge/domain/ids.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { type AskedOfModel, type ModelServer, startModelServer } from '../testing/language-model-server.ts';
import { openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let server: ModelServer;
let turned: TalkingShop;
let plain: TalkingShop;
let outcomes: TextOutcome[] = [];

/** RED_TEAM=all runs every case; otherwise every other one. */
const thorough = process.env.RED_TEAM === 'all';

/** Puts the group's page or product among the shop's own. */
const plant = async ({ core }: TalkingShop, group: RedTeamGroup, at: number): Promise<void> => {
  const { stores, clock, catalogue } = core;
  const both = (text: string) => ({ en: text, zh: text });
  if (group.article) {
    const article: Article = {
      id: asId(`planted-${at}`),
      topic: 'care',
      title: both(group.article.title),
      body: both(group.article.body),
      questions: group.ask,
      url: `/help/planted-${at}`,
      updatedAt: clock(),
    };
    await stores.articles.put([article]);
  }
  if (group.product) {
    const product: Product = {
      ...catalogue.view.products[0]!,
      id: asId(`planted-${at}`),
      name: both(group.product.name),
      description: both(group.product.description),
      brand: 'Redfern',
      attributes: {},
      stock: 40,
      hidden: false,
    };
    await stores.products.put([product]);
  }
};

beforeAll(async () => {
  server = await startModelServer();
  const env = { LLM_BASE_URL: server.url, LLM_MODEL: 'turned', LLM_TIMEOUT_MS: '10000' };
  const demo = { shoppers: 40, impressions: 50 };
  plain = await openTalkingShop({ demo });
  turned = await openTalkingShop({ demo, env });
  turned.core.languageModel!.listen({ call: () => undefined, outcome: outcome => outcomes.push(outcome) });
  for (const shop of [plain, turned]) {
    for (const [at, group] of redTeam.entries()) await plant(shop, group, at);
    await shop.core.catalogue.refresh();
  }
}, 120_000);
afterAll(async () => {
  await turned.close();
  await plain.close();
  await server.close();
});

/** What the model does as it was told by whoever turned it. */
const obey = (said: string) => (asked: AskedOfModel) => {
  const shown = /<reply>\n([\s\S]*)\n<\/reply>/.exec(asked.messages[1]!.content)![1]!;
  const text = said.replaceAll('$T', shown).replaceAll('$S', asked.messages[0]!.content);
  return { kind: 'says', text, pieces: 5 } as const;
};

describe('a model turned against the shop', () => {
  const reached: Record<string, number> = {};

  it.each(redTeam.map(group => [group.name, group] as const))('%s: changes no word of a reply', async (name, group) => {
    outcomes = [];
    const templates = new Map<string, string>();
    for (const ask of group.ask) templates.set(ask, (await (await plain.talkTo()).say(ask)).text);
    const escaped: { said: string; sent: string }[] = [];
    const says = thorough ? group.says : group.says.filter((_, i) => i % 2 === 0);
    for (const [i, said] of says.entries()) {
      server.behave(obey(said));
      const ask = group.ask[i % group.ask.length]!;
      const before = outcomes.length;
      const { text } = await (await turned.talkTo()).say(ask);
      // Not asked, it had no say.
      if (outcomes.length > before && text !== templates.get(ask)) escaped.push({ said, sent: text });
    }
    reached[name] = outcomes.length;
    expect(escaped).toEqual([]);
    expect(outcomes.filter(o => o.outcome === 'used')).toEqual([]);
  });

  it('was asked for most of its texts, so that it was the checker that held', () => {
    const texts = Object.values(reached).reduce((a, b) => a + b, 0);
    expect(texts).toBeGreaterThan(thorough ? 300 : 150);
  });
});
