import { command, readArguments } from '../../knowledge/command-line.ts';
import { readShopLanguage } from '../../knowledge/language/shop-language.ts';
import { learnShopSense } from '../../knowledge/language/shop-sense.ts';
import type { DeepVector } from '../../knowledge/ports.ts';
import { openBackend } from '../backend/backend.ts';
import { readCsv, type Table } from '../data/csv.ts';
import { areaUnderRoc } from '../respond/calibration.ts';
import { encoderFolder, encoderTop, readEncoderFiles } from '../text/encoder-files.ts';
import type { IntentExample } from '../text/intent-learning.ts';
import { trainIntentModel } from '../text/intent-model.ts';
import { isBroad } from '../text/intent-rounds.ts';
import { openSentenceEncoder, type SentenceEncoder } from '../text/sentence-encoder.ts';
import { type Said, speakersOf } from '../text/speakers.ts';
import { tuneIntents } from '../text/tuned-intents.ts';
import { mostTuned } from '../text/tuned-top.ts';
import { intentFigures } from './intents-metrics.ts';
import { labelWords } from './label-words.ts';
import { BadInput, type EvaluateTask } from './task.ts';

const usage = command({
  name: 'npm run evaluate -- intents',
  about:
    'Intents learned from one CSV (text,intent) and judged on another: accuracy, and how well what is out of scope is told apart. Of 6 to 19 intents with 20 examples each, a speaker that every text begins with and the manner of a text count too, and what an intent owes to being frequent is weighed against what it takes from rare ones.',
  options: {
    train: { takes: 'FILE', needed: true, about: 'what is learned from' },
    test: { takes: 'FILE', needed: true, about: 'what it is judged on' },
    oos: { takes: 'LABEL', about: 'the label of what is out of scope' },
    'no-encoder': { about: 'without sentence vectors' },
    'no-tuning': { about: 'without tuning the encoder on the examples' },
    'no-shop-language': { about: 'without the shop language that ships' },
    seed: { takes: 'N', usually: '1', about: 'of the fits' },
    out: { takes: 'FILE', about: 'raw predictions' },
  },
  examples: ['--train train.csv --test valid.csv --oos oos'],
});

const readOptions = (args: readonly string[]) => {
  const { values } = readArguments(usage, args);
  const seed = Number(values.seed);
  if (!(Number.isInteger(seed) && seed >= 0))
    throw new BadInput(`--seed must be a whole number from 0, got "${values.seed}"`);
  return {
    train: values.train,
    test: values.test,
    oos: values.oos,
    encoder: !values['no-encoder'],
    tuning: !values['no-tuning'],
    language: !values['no-shop-language'],
    seed,
    out: values.out,
  };
};

/** Rows with a text and an intent. Throws BadInput, naming file and line, for everything else. */
const readRows = (file: string): { text: string; intent: string }[] => {
  let table: Table;
  try {
    table = readCsv(file);
  } catch (cause) {
    throw new BadInput(`The file ${file} can't be read: ${(cause as Error).message}`);
  }
  const place = (column: string): number => {
    const at = table.columns.findIndex(name => name.toLowerCase() === column);
    if (at < 0)
      throw new BadInput(
        `The file ${file} lacks the column "${column}"; found ${table.columns.map(c => `"${c}"`).join(', ') || 'none'}`,
      );
    return at;
  };
  const [text, intent] = [place('text'), place('intent')];
  const rows = table.rows.map((row, i) => {
    const found = { text: row[text]?.trim() ?? '', intent: row[intent]?.trim() ?? '' };
    if (found.text === '' || found.intent === '')
      throw new BadInput(`Row ${i + 1} of ${file} has no ${found.text === '' ? 'text' : 'intent'}`);
    return found;
  });
  if (rows.length === 0) throw new BadInput(`The file ${file} holds no rows`);
  return rows;
};

type Vectors = Pick<DeepVector, 'vector'> & Partial<DeepVector>;

const encoded = async (encoder: SentenceEncoder, texts: readonly string[], deep: boolean): Promise<Vectors[]> =>
  deep ? encoder.encodeDeep(texts) : (await encoder.encode(texts)).map(vector => ({ vector }));

const encodeAll = async (
  encoder: SentenceEncoder,
  texts: readonly string[],
  deep: boolean,
): Promise<Map<string, Vectors>> => {
  const distinct = [...new Set(texts)];
  const out = new Map<string, Vectors>();
  for (let from = 0; from < distinct.length; from += 256) {
    const part = distinct.slice(from, from + 256);
    const vectors = await encoded(encoder, part, deep);
    for (const [i, text] of part.entries()) out.set(text, vectors[i]!);
  }
  return out;
};

const hasLatin = /\p{Script=Latin}/u;
const hasHan = /\p{Script=Han}/gu;
/** The encoder knows English only: it is used where the examples are English. */
const isEnglish = (texts: readonly string[]): boolean =>
  texts.filter(text => hasLatin.test(text) && (text.match(hasHan)?.length ?? 0) === 0).length > texts.length / 2;

/** How well intents are told from labelled examples, and texts that have none of them; see intentFigures. */
export const intentsTask: EvaluateTask = {
  name: 'intents',
  usage,
  run: async (args, io) => {
    const options = readOptions(args);
    const all = { train: readRows(options.train), test: readRows(options.test) };
    const isOos = (row: { intent: string }): boolean => row.intent === options.oos;
    const train = all.train.filter(row => !isOos(row));
    const intents = new Set(train.map(row => row.intent));
    // Kinds of saying are told by their speaker too, who is no part of what the encoder is to read.
    const said: (text: string) => Said = isBroad(train.length, intents.size)
      ? speakersOf(train.map(row => row.text))
      : text => ({ text });
    if (intents.size < 2)
      throw new BadInput(`The file ${options.train} needs examples of at least two intents, got ${intents.size}`);
    const strangers = all.train.filter(isOos);
    const unknown = [
      ...new Set(all.test.filter(row => !isOos(row) && !intents.has(row.intent)).map(row => row.intent)),
    ];
    if (unknown.length > 0) io.note(`The test has intents that were never taught: ${unknown.join(', ')}`);

    const names = [...intents].flatMap(intent => {
      const text = labelWords(intent);
      return text === undefined ? [] : [{ text, intent }];
    });
    const wantsEncoder = options.encoder && isEnglish(train.map(row => row.text));
    const isTuned = options.tuning && train.length <= mostTuned;
    let encoder: SentenceEncoder | null = null;
    let vectors = new Map<string, Vectors>();
    if (wantsEncoder) {
      try {
        encoder = await openSentenceEncoder();
        vectors = await encodeAll(
          encoder,
          [...all.train, ...all.test, ...names].map(row => said(row.text).text),
          isTuned,
        );
      } catch (fault) {
        io.note(`Without the sentence encoder: ${(fault as Error).message}`);
        await encoder?.close();
        encoder = null;
        vectors = new Map();
      }
    }
    const withVector = <R extends { text: string }>(row: R): R & Said & Partial<Vectors> => {
      const parted = said(row.text);
      return { ...row, ...parted, ...vectors.get(parted.text) };
    };

    const sense = options.language ? learnShopSense(readShopLanguage()) : undefined;
    const started = performance.now();
    const examples = train.map<IntentExample>(withVector);
    const called = names.map<IntentExample>(withVector);
    const tops =
      encoder && isTuned
        ? await tuneIntents(
            await openBackend(),
            encoderTop(readEncoderFiles(encoderFolder())),
            examples,
            called,
            options.seed,
          )
        : undefined;
    const model = trainIntentModel(examples, {
      seed: options.seed,
      outOfScope: strangers.map(withVector),
      names: called,
      ...(sense ? { sense } : {}),
      ...(tops ? { tops } : {}),
    });
    const trainSeconds = (performance.now() - started) / 1000;

    const predictions = io.predictions(options.out);
    const judged = [];
    try {
      // The first messages are slower, until the code that reads them has been compiled.
      const classify = ({ text }: { text: string }) => {
        const parted = said(text);
        const found = vectors.get(parted.text);
        return model.classify(parted.text, found?.vector, parted.text, found?.deep, parted.by);
      };
      for (const row of all.test.slice(0, 1_000)) classify(row);
      // The median and the 95th percentile: what else runs on the machine lengthens a few messages a lot.
      const micros: number[] = [];
      const guesses = all.test.map(row => {
        const before = performance.now();
        const guess = classify(row);
        micros.push((performance.now() - before) * 1000);
        return guess;
      });
      micros.sort((a, b) => a - b);
      for (const [i, row] of all.test.entries()) {
        const { intent, probability, familiarity, inScope } = guesses[i]!;
        judged.push({ wanted: isOos(row) ? null : row.intent, guessed: intent, probability, familiarity, inScope });
        predictions.write({ text: row.text, intent: row.intent, guess: intent, probability, familiarity, inScope });
      }
      const millis: number[] = [];
      if (encoder) {
        for (const { text } of all.test.slice(0, 100)) {
          const before = performance.now();
          await encoded(encoder, [text], isTuned);
          millis.push(performance.now() - before);
        }
        millis.sort((a, b) => a - b);
      }
      const known = judged.filter(j => j.wanted !== null);
      io.print({
        task: 'intents',
        ...intentFigures(judged),
        oosAuroc:
          known.length === 0 || known.length === judged.length
            ? null
            : areaUnderRoc(
                judged.map(j => j.familiarity),
                judged.map(j => (j.wanted === null ? 0 : 1)),
              ),
        threshold: model.threshold,
        trainSeconds,
        microsPerMessage: micros[micros.length >> 1],
        microsP95: micros[Math.floor(micros.length * 0.95)],
        ...(millis.length === 0
          ? {}
          : {
              encoderMillisP50: millis[millis.length >> 1],
              encoderMillisP95: millis[Math.floor(millis.length * 0.95)],
            }),
        encoder: encoder !== null,
        shopLanguageWeight: model.senseWeight,
        tunedEncoderWeight: model.likenessWeight,
        intents: intents.size,
        train: train.length,
        test: all.test.length,
        seed: options.seed,
      });
    } finally {
      predictions.close();
      await encoder?.close();
    }
  },
};
