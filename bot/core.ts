import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Logger, pino } from 'pino';
import { openIndexes } from '../dialogs/indexes.ts';
import type { DialogServices } from '../dialogs/services.ts';
import type { Intent } from '../dialogs/turn.ts';
import { describeProblem, readExampleFiles } from '../dialogs/understand/intent/examples.ts';
import { Catalogue } from '../knowledge/catalogue.ts';
import { seedDemo } from '../knowledge/demo/seed.ts';
import { type Clock, steadyClock } from '../knowledge/domain/clock.ts';
import { languages } from '../knowledge/domain/language.ts';
import type { SentenceEncoder, Stores } from '../knowledge/ports.ts';
import { gazetteerOf } from '../knowledge/profile/gazetteer/gazetteer.ts';
import { openStores } from '../knowledge/store/open.ts';
import { type LiveBeliefs, liveBeliefs } from '../models/bandit/beliefs.ts';
import { type LiveNewcomers, liveNewcomers } from '../models/bandit/newcomers.ts';
import { openModels, type ServedModels } from '../models/serve/models.ts';
import { answersLearned } from '../models/text/answers-learned.ts';
import { encoderVersion, encoderWidth } from '../models/text/encoder-files.ts';
import { factsLearned } from '../models/text/facts-learned.ts';
import { intentsInContext } from '../models/text/intents-in-context.ts';
import { type KeptFiles, openKeptFiles, openKeptVectors } from '../models/text/kept.ts';
import { learningHere, learningWith, openLearning } from '../models/text/learning.ts';
import type { AnswerRanker, InContextClassifier } from '../models/types.ts';
import type { BotLogic } from './bot.ts';
import { encoderWhenNeeded, type OpenedEncoder } from './encoder.ts';
import { type LanguageModel, openLanguageModel } from './language-model/open-language-model.ts';
import { PromotionBot } from './promotion-bot.ts';
import type { Settings } from './settings.ts';
import { StateStorage } from './state.ts';
import { readToneFile } from './tone-file.ts';

export interface CoreOptions {
  readonly settings: Settings;
  readonly log?: Logger;
  readonly clock?: Clock;
  /** The database in memory, gone at the end: tests and benches. */
  readonly inMemory?: boolean;
  /** What was learned of the shop's examples and pages is found here again; in memory it is learned at each start unless given. */
  readonly learned?: KeptFiles | undefined;
  /** Where the models are kept; <DATA_DIR>/models unless given. */
  readonly modelsDir?: string;
  /** A smaller demo shop than the usual one. */
  readonly demo?: { readonly shoppers?: number; readonly products?: number; readonly impressions?: number };
  /** Opens the sentence encoder when it is first needed; absent: questions are matched by their words alone. */
  readonly openEncoder?: (() => Promise<OpenedEncoder>) | undefined;
  /** Another than the one that ships: whoever learns it listens in. */
  readonly inContext?: InContextClassifier<Intent>;
  /** In place of the shipped one. */
  readonly answers?: AnswerRanker;
  /** Another bot than the real one: the bench's echo. */
  readonly bot?: BotLogic;
  readonly onSeedProgress?: (done: number, total: number, what: string) => void;
  /** One sentence at a time for the operator: what the database and the models are doing. */
  readonly onNews?: (sentence: string) => void;
}

/** Everything a turn needs, without a channel: database, shop, models, bot. */
export interface Core {
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  readonly models: ServedModels;
  /** What joined outcomes have taught; refreshed by whoever learns, see bot/learn.ts. */
  readonly beliefs: LiveBeliefs;
  /** New products and what came of showing them; refreshed likewise. */
  readonly newcomers: LiveNewcomers;
  readonly services: DialogServices;
  /** Null: the templates speak. */
  readonly languageModel: LanguageModel | null;
  readonly bot: BotLogic;
  readonly clock: Clock;
  readonly log: Logger;
  /** Signs sessions and tokens; made once and kept in the database unless SESSION_SECRET is set. */
  readonly signingSecret: string;
  /** Links in replies start with it; known for certain only once a server listens. */
  setPublicUrl(url: string): void;
  close(): Promise<void>;
}

const seedLease = 30_000;

/** Makes the demo shop unless there is a shop; of several processes starting at once one does it and the others wait. */
const ensureShop = async (stores: Stores, options: CoreOptions, clock: Clock): Promise<void> => {
  const { settings } = options;
  const owner = randomUUID();
  while (!(await stores.shop.get())) {
    if (!settings.SHOP_DEMO) {
      throw new Error('The database holds no shop and SHOP_DEMO is off: run npm run import first, or set SHOP_DEMO=on');
    }
    if (!(await stores.locks.take('seed', owner, clock(), seedLease))) {
      await delay(250);
      continue;
    }
    const renew = setInterval(() => {
      stores.locks.take('seed', owner, clock(), seedLease).catch(() => undefined);
    }, seedLease / 4);
    try {
      const onProgress = options.onSeedProgress;
      await seedDemo(stores, {
        seed: settings.COUNTEROFFER_SEED,
        now: clock(),
        ...options.demo,
        ...(onProgress ? { onProgress } : {}),
      });
    } finally {
      clearInterval(renew);
      await stores.locks.release('seed', owner);
    }
  }
};

/** Units sold by product, for the popularity list of the time before the first training. */
const unitsSold = async (stores: Stores): Promise<ReadonlyMap<string, number>> => {
  const sales = new Map<string, number>();
  for await (const order of stores.orders.stream()) {
    if (order.status === 'cancelled') continue;
    for (const line of order.lines) sales.set(line.product, (sales.get(line.product) ?? 0) + line.quantity);
  }
  return sales;
};

/** Throws a sentence when any part can't start; what was opened by then is closed again. */
export const openCore = async (options: CoreOptions): Promise<Core> => {
  const { settings } = options;
  const clock = options.clock ?? steadyClock();
  const log = options.log ?? pino({ level: settings.LOG_LEVEL });
  const news = options.onNews ?? (() => {});
  const stores = await openStores(
    options.inMemory
      ? { dataDir: null, dbPort: 0, log: news }
      : {
          mongodbUri: settings.MONGODB_URI,
          dataDir: settings.DATA_DIR,
          dbPort: settings.DB_PORT,
          dbPortFixed: settings.DB_PORT !== undefined,
          log: news,
        },
  );
  const undo: (() => Promise<unknown>)[] = [() => stores.close()];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    // Whoever brought the embedded server up knows that all who held a lock are gone with the former one.
    if (settings.MONGODB_URI === undefined && !stores.describe.includes('joined')) await stores.locks.clear();
    await ensureShop(stores, options, clock);
    const catalogue = await Catalogue.open(stores);
    const opened = options.openEncoder && encoderWhenNeeded(options.openEncoder, encoderWidth, news);
    // What nothing is read deeply with, nothing is tuned with.
    const encoder: SentenceEncoder | undefined =
      opened && settings.SENTENCE_ENCODER === 'untuned' ? { width: opened.width, encode: opened.encode } : opened;
    for (const problem of readExampleFiles().problems) news(`Example sentences: ${describeProblem(problem)}`);
    const learnedDir = join(settings.DATA_DIR, 'learned');
    const inPlace = options.learned ? learningWith(options.learned) : learningHere;
    const learning = options.inMemory ? inPlace : openLearning(options.learned ?? openKeptFiles(learnedDir), news);
    undo.push(() => Promise.all([learning.close?.(), opened?.close()]));
    const vectors = options.inMemory ? undefined : openKeptVectors(learnedDir, encoderVersion);
    // Read now, so that nobody's first message waits for it.
    languages.forEach(gazetteerOf);
    const indexes = await openIndexes(catalogue, {
      learning,
      encoder,
      vectors,
      inContext: options.inContext ?? intentsInContext<Intent>(),
      tagger: factsLearned(),
    });
    // What was on its way is kept or given up before anybody takes the folder away.
    undo.splice(1, 0, indexes.settled);
    const modelsDir = options.modelsDir ?? join(settings.DATA_DIR, 'models');
    const models = await openModels({ dir: modelsDir, log: news, sales: () => unitsSold(stores) });
    undo.push(models.close);
    const signingSecret =
      settings.SESSION_SECRET ?? (await stores.shop.secret('sessions', () => randomBytes(32).toString('base64url')));
    const beliefs = liveBeliefs(stores.learning);
    const newcomers = liveNewcomers(stores);
    await Promise.all([beliefs.refresh(clock()), newcomers.refresh(catalogue.view.products, clock())]);
    let publicUrl = settings.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${settings.PORT}`;
    const tone = readToneFile(settings, news);
    const languageModel = await openLanguageModel(settings, tone);
    if (languageModel)
      news(`Language model ${languageModel.name}: service answers and product talk in its words, checked`);
    const services: DialogServices = {
      stores,
      catalogue,
      models,
      beliefs,
      newcomers,
      indexes,
      encoder,
      answers: options.answers ?? answersLearned(),
      clock,
      tone,
      ...(languageModel ? { rephrase: languageModel.rephrase, summarise: languageModel.summarise } : {}),
      get publicUrl() {
        return publicUrl;
      },
      makeId: () => randomUUID(),
    };
    return {
      stores,
      catalogue,
      models,
      beliefs,
      newcomers,
      services,
      languageModel,
      bot: options.bot ?? new PromotionBot(services, new StateStorage(stores.state)),
      clock,
      log,
      signingSecret,
      setPublicUrl: url => {
        publicUrl = url;
      },
      close,
    };
  } catch (fault) {
    await close();
    throw fault;
  }
};
