import { BSONRegExp } from 'bson';
import { Aggregator, ProcessingMode } from 'mingo';
import { CommandError, notImplemented } from '../errors.ts';
import { type Doc, isDoc } from './values.ts';

/** Scripts off: `$function`, `$accumulator` and `$where` would run code sent by a client. */
const mingoOptions = {
  scriptEnabled: false,
  processingMode: ProcessingMode.CLONE_OFF,
  failOnError: true,
} as const;

/** Expression operators mingo answers otherwise than MongoDB, or that run code. */
const refusedOperators = new Set([
  '$function',
  '$accumulator',
  '$where',
  '$toString',
  '$toObjectId',
  '$toLong',
  '$toDecimal',
  '$toDouble',
  '$toInt',
  '$convert',
  '$type',
  '$rand',
  '$sampleRate',
  '$meta',
]);

/** Refuses what must not reach mingo and turns BSON regular expressions into ones it knows. */
const toMingo = (value: unknown): unknown => {
  if (value instanceof BSONRegExp) {
    for (const option of value.options) {
      if (!'ims'.includes(option)) throw notImplemented(`The regular expression option "${option}"`);
    }
    return new RegExp(value.pattern, value.options);
  }
  if (Array.isArray(value)) return value.map(toMingo);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const [key, inner] of Object.entries(value)) {
    if (refusedOperators.has(key)) throw notImplemented(`The expression operator ${key}`);
    if (key === '__proto__') throw new CommandError('BadValue', 'A field cannot be called __proto__');
    copy[key] = toMingo(inner);
  }
  return copy;
};

/** Runs stages in mingo; its complaints become command errors. */
export const runInMingo = (stages: readonly Doc[], docs: readonly Doc[]): Doc[] => {
  try {
    return new Aggregator(
      stages.map(stage => toMingo(stage) as Doc),
      mingoOptions,
    ).run<Doc>(docs as Doc[]);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      'InvalidPipelineOperator',
      `Failed to run ${Object.keys(stages[0] ?? {})}: ${(error as Error).message}`,
    );
  }
};

/** An aggregation expression as a function of one document. */
export const compileExpression = (expression: unknown): ((doc: Doc) => unknown) => {
  const stage = { $project: { _id: 0, value: { $ifNull: [toMingo(expression), null] } } };
  let aggregator: Aggregator;
  try {
    aggregator = new Aggregator([stage], mingoOptions);
  } catch (error) {
    throw new CommandError('InvalidPipelineOperator', (error as Error).message);
  }
  return doc => {
    try {
      return aggregator.run<Doc>([doc])[0]?.value;
    } catch (error) {
      throw new CommandError('InvalidPipelineOperator', (error as Error).message);
    }
  };
};
