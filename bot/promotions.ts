/**
 * `npm run promotions -- explain [ID…] | parse "RULE…" | save FILE [--lang en|zh] [--demo]`. Composition root: opens the
 * stores and reads the catalogue and the promotions. Prints each rule as an object, one sentence and three worked baskets;
 * only `save` writes, all of a file's promotions or none. Exit code 2 when a rule, or the command, can't be read or saved.
 */
import { readFileSync } from 'node:fs';
import { choiceTexts, questionText } from '../dialogs/offers/rules/question-text.ts';
import { type ReadRule, readRule } from '../dialogs/offers/rules/read-rule.ts';
import type { Rule, RuleContext } from '../dialogs/offers/rules/rule.ts';
import { ruleSentence } from '../dialogs/offers/rules/sentence.ts';
import { workedBaskets, workedText } from '../dialogs/offers/rules/worked.ts';
import { savePromotions } from '../dialogs/offers/save/save-promotions.ts';
import { validatePromotion } from '../dialogs/offers/save/validate.ts';
import { BadInput, command, readArguments, synopsis, toldHow } from '../knowledge/command-line.ts';
import { makeDemoShop } from '../knowledge/demo/shop.ts';
import { asId, type CampaignId, type PromotionId } from '../knowledge/domain/ids.ts';
import { type Language, languages } from '../knowledge/domain/language.ts';
import { formatMoney, money } from '../knowledge/domain/money.ts';
import type { Promotion } from '../knowledge/domain/promotion.ts';
import { readPromotionFile } from '../knowledge/importers/promotion-file.ts';
import type { Stores } from '../knowledge/ports.ts';
import { hasHan } from '../knowledge/retrieval/text/fold.ts';
import { openStores } from '../knowledge/store/open.ts';

const usage = command({
  name: 'npm run promotions --',
  about:
    'A rule in plain words becomes the rule or a question; rules are read back with worked baskets; a JSON file of them is saved, all or none.',
  words: 'explain [ID …] | parse "RULE …" | save FILE',
  options: {
    lang: { takes: languages.join(' | '), about: 'of what is told; that of the rule, or all, if not given' },
    demo: { about: 'with the demo shop, without a database' },
  },
  examples: ['parse "每满300减50,上不封顶" --demo', 'explain', 'save promotions.json'],
});

interface Command {
  readonly verb: 'explain' | 'parse' | 'save';
  readonly rest: readonly string[];
  readonly languages: readonly Language[] | null;
  readonly demo: boolean;
}

const parseCommand = (args: readonly string[]): Command => {
  const { values, words } = readArguments(usage, args);
  const [verb, ...rest] = words;
  if (verb !== 'explain' && verb !== 'parse' && verb !== 'save')
    throw new BadInput(`"${verb ?? ''}" is not a command; usage: ${synopsis(usage)}`);
  if (verb === 'parse' && rest.length === 0)
    throw new BadInput(`parse needs a rule in words; usage: ${synopsis(usage)}`);
  if (verb === 'save' && rest.length !== 1) throw new BadInput(`save needs one file; usage: ${synopsis(usage)}`);
  if (verb === 'save' && values.demo) throw new BadInput('save writes into the database, which --demo has none of');
  const lang = languages.find(l => l === values.lang);
  if (values.lang !== undefined && !lang)
    throw new BadInput(`--lang knows ${languages.join(', ')}; got "${values.lang}"`);
  return { verb, rest, languages: lang ? [lang] : null, demo: values.demo };
};

interface Known {
  readonly context: RuleContext;
  readonly promotions: readonly Promotion[];
}

const demo = (now: Date): Known => {
  const { shop, products, promotions } = makeDemoShop({ seed: 1, now, shoppers: 1, impressions: 1 });
  return { context: { shop, products, now }, promotions };
};

const noShop = 'There is no shop in the database yet: start the bot or run an import first';

const withStores = async <T>(work: (stores: Stores) => Promise<T>): Promise<T> => {
  const { MONGODB_URI, DATA_DIR, DB_PORT } = process.env;
  const stores = await openStores({
    ...(MONGODB_URI ? { mongodbUri: MONGODB_URI } : {}),
    ...(DATA_DIR ? { dataDir: DATA_DIR } : {}),
    ...(DB_PORT ? { dbPort: Number(DB_PORT) } : {}),
  });
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
};

const stored = (now: Date): Promise<Known> =>
  withStores(async stores => {
    const [shop, products, promotions] = await Promise.all([
      stores.shop.get(),
      stores.products.all(),
      stores.promotions.all(),
    ]);
    if (!shop) throw new BadInput(`${noShop}, or add --demo`);
    return { context: { shop, products, now }, promotions };
  });

/** A bot that runs on the same database has the new rules within its next refresh of the catalogue. */
const save = async ([path]: readonly string[]): Promise<void> => {
  let text: string;
  try {
    text = readFileSync(path!, 'utf8');
  } catch (fault) {
    throw new BadInput(`The file ${path} can't be read: ${(fault as Error).message}`);
  }
  const file = readPromotionFile(text);
  if ('faults' in file) throw new BadInput(file.faults.map(f => `${f.at}: ${f.message}`).join('\n'));
  const outcome = await withStores(async stores => {
    const shop = await stores.shop.get();
    if (!shop) throw new BadInput(noShop);
    return savePromotions({ stores, shop, ...file });
  });
  if (outcome.kind === 'refused') {
    const faults = outcome.faults.map(f => `${f.promotion}.${f.field}: ${f.message} (${f.reason})`);
    throw new BadInput(`Nothing was saved:\n${faults.join('\n')}`);
  }
  print(`Saved ${file.promotions.map(p => p.id).join(', ')}`);
  for (const { promotion, cap } of outcome.capsKept ?? []) {
    print(`${promotion}: its cap stays ${formatMoney(cap)}, which is given, held or promised already`);
  }
  for (const code of file.codes.filter(c => c.singleUse)) print(code.id);
};

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** What the rule would be refused for when saved; dates and pool, which it may leave open, stand in. */
const faultsOf = (rule: Rule, { shop, products, now }: RuleContext): string[] =>
  validatePromotion({
    promotion: {
      ...rule,
      id: asId<PromotionId>('typed'),
      campaign: asId<CampaignId>('typed'),
      name: {},
      terms: {},
      active: false,
      startsAt: rule.startsAt ?? new Date(Math.min(now.getTime(), (rule.endsAt ?? now).getTime() - 1)),
      endsAt: rule.endsAt ?? new Date(8.64e15),
      cap: rule.cap ?? money(1_000_000, shop.currency),
    },
    shop,
    products: new Map(products.map(p => [p.id, p])),
  }).map(fault => `${fault.field}: ${fault.message}`);

const tell = (rule: Rule, inLanguages: readonly Language[], context: RuleContext): void => {
  for (const language of inLanguages) {
    print(ruleSentence(rule, language, context));
    for (const basket of workedBaskets(rule, context)) print(`  ${workedText(basket, language, context)}`);
  }
};

const ruleOf = ({ id: _, campaign: __, name: ___, terms: ____, active: _____, ...rule }: Promotion): Rule => rule;

const explain = ({ rest, languages: wanted }: Command, { context, promotions }: Known): void => {
  const unknown = rest.filter(id => !promotions.some(p => p.id === id));
  if (unknown.length > 0) {
    throw new BadInput(`No promotion "${unknown.join(', ')}"; there are ${promotions.map(p => p.id).join(', ')}`);
  }
  for (const promotion of promotions.filter(p => rest.length === 0 || rest.includes(p.id))) {
    print(`${promotion.id}`);
    print(JSON.stringify(ruleOf(promotion)));
    tell(ruleOf(promotion), wanted ?? languages, context);
    print('');
  }
};

const parse = ({ rest, languages: wanted }: Command, { context }: Known): void => {
  const text = rest.join(' ');
  const read: ReadRule = readRule(text, context);
  const inLanguages = wanted ?? [hasHan(text) ? ('zh' as const) : ('en' as const)];
  if (read.kind === 'questions') {
    for (const question of read.questions) {
      for (const language of inLanguages) {
        process.stderr.write(`${questionText(question, language)}\n`);
        for (const choice of choiceTexts(question, language)) process.stderr.write(`  - ${choice}\n`);
      }
    }
    process.exitCode = 2;
    return;
  }
  for (const rule of read.rules) {
    print(JSON.stringify(rule, null, 2));
    tell(rule, inLanguages, context);
    for (const fault of faultsOf(rule, context)) process.stderr.write(`When saved it would be refused: ${fault}\n`);
  }
};

const run = async (asked: Command): Promise<void> => {
  const now = new Date();
  if (asked.verb === 'save') await save(asked.rest);
  else {
    const known = asked.demo ? demo(now) : await stored(now);
    if (asked.verb === 'explain') explain(asked, known);
    else parse(asked, known);
  }
};

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) await run(parseCommand(args));
} catch (fault) {
  if (!(fault instanceof BadInput)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
