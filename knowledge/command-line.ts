/**
 * One description of a command, from which both come: how its arguments are read, and what --help says. Whoever reads them
 * catches BadInput and prints its sentence.
 */
import { parseArgs } from 'node:util';

/** Bad input from the person at the keyboard: printed as one sentence, no stack. */
export class BadInput extends Error {
  override readonly name: string = 'BadInput';
}

export interface Option {
  readonly about: string;
  /** What its value is, such as FILE or "random:0.75 | leave-last-out"; absent: a switch. */
  readonly takes?: string;
  /** Its value when it is not given. */
  readonly usually?: string;
  /** Nothing can be done without it. */
  readonly needed?: true;
}

export type Options = Readonly<Record<string, Option>>;

export interface Command<O extends Options = Options> {
  /** As it is typed, up to its arguments: "npm run train --". */
  readonly name: string;
  readonly about: string;
  /** What may stand there besides options, as it is typed: "explain [ID …]"; absent: nothing. */
  readonly words?: string;
  readonly options: O;
  /** Lines that can be typed as they are, without the name. */
  readonly examples: readonly string[];
}

/** A switch is true or false; an option with a value undefined only where it may be left out. */
export type Values<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly takes: string }
    ? O[K] extends { readonly usually: string } | { readonly needed: true }
      ? string
      : string | undefined
    : boolean;
};

/** Keeps the names of the options in its type, and with them those of their values. */
export const command = <const O extends Options>(described: Command<O>): Command<O> => described;

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h';

/** Whether help is asked for, which is then written to standard output; nothing else has to be done. */
export const toldHow = (described: Command, args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  const asked = args.slice(0, end < 0 ? undefined : end).some(isHelp);
  if (asked) process.stdout.write(`${usageOf(described)}\n`);
  return asked;
};

/** `words`: the arguments that are no options. Throws BadInput that names the argument and what is allowed. */
export const readArguments = <O extends Options>(
  described: Command<O>,
  args: readonly string[],
): { readonly values: Values<O>; readonly words: readonly string[] } => {
  const options: Options = described.options;
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }]),
    ),
  });
  const values: Record<string, string | boolean | undefined> = {};
  for (const [name, { takes, usually }] of Object.entries(options))
    values[name] = takes === undefined ? false : usually;
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new BadInput(`There is no option ${token.rawName}; ${allowed(described)}`);
    if (option.takes === undefined) {
      if (token.value !== undefined) throw new BadInput(`--${token.name} takes no value, got "${token.value}"`);
      values[token.name] = true;
      continue;
    }
    const { value } = token;
    // "--models --list": the value was forgotten.
    if (value === undefined || (value.startsWith('--') && !token.inlineValue))
      throw new BadInput(`--${token.name} needs a value: ${option.takes}`);
    values[token.name] = value;
  }
  if (words.length > 0 && described.words === undefined)
    throw new BadInput(`"${words[0]}" is not understood; ${allowed(described)}`);
  for (const [name, { needed, takes }] of Object.entries(options))
    if (needed && (values[name] ?? '') === '')
      throw new BadInput(`--${name} ${takes} is missing; usage: ${synopsis(described)}`);
  return { values: values as Values<O>, words };
};

/** The whole number that an option holds, within its bounds. Throws BadInput that names both. */
export const wholeNumber = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new BadInput(`--${option} must be a whole number from ${least} to ${most}, got "${text}"`);
  return value;
};

const allowed = ({ name, words, options }: Command): string => {
  const all = Object.entries(options).map(([option, { takes }]) =>
    takes === undefined ? `--${option}` : `--${option} ${takes}`,
  );
  return `${name.replace(/ --$/, '')} takes ${[...(words === undefined ? [] : [words]), ...all].join(', ') || 'no arguments'}; --help tells more`;
};

/** The whole command in one line. */
export const synopsis = ({ name, words, options }: Command): string => {
  const all = Object.entries(options).map(([option, { takes, needed }]) => {
    const typed = takes === undefined ? `--${option}` : `--${option} ${takes}`;
    return needed ? typed : `[${typed}]`;
  });
  return [name, ...(words === undefined ? [] : [words]), ...all].join(' ').replace(/ --$/, '');
};

export const usageOf = (described: Command): string => {
  const { name, about, options, examples } = described;
  const rows = [
    ...Object.entries(options).map(([option, { takes, about: what, usually }]) => [
      takes === undefined ? `--${option}` : `--${option} ${takes}`,
      usually === undefined ? what : `${what} (${usually} if not given)`,
    ]),
    ['--help', 'these lines'],
  ] as const;
  // What has a long list of values stands in a line of its own.
  const width = Math.min(26, Math.max(...rows.map(([typed]) => typed!.length)));
  return [
    synopsis(described),
    '',
    about,
    '',
    ...rows.flatMap(([typed, what]) =>
      typed!.length > width ? [`  ${typed}`, `  ${''.padEnd(width)}  ${what}`] : [`  ${typed!.padEnd(width)}  ${what}`],
    ),
    ...(examples.length > 0 ? ['', 'For example:', ...examples.map(line => `  ${name} ${line}`.trimEnd())] : []),
  ].join('\n');
};
