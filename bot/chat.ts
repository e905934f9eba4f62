/**
 * `npm run chat -- --shopper ID [--plain] [--language en|zh]`: the same bot in the terminal, on the same database as a
 * running server. With --plain each line of standard input is one message (a line like {"tap":"apply-offer",…} is a tap)
 * and each reply is one JSON object per line on standard output.
 */
import { createInterface } from 'node:readline/promises';
import type { CardButton } from '../dialogs/say/cards.ts';
import { BadInput, command, readArguments, toldHow } from '../knowledge/command-line.ts';
import { asId, type ShopperId } from '../knowledge/domain/ids.ts';
import { openSentenceEncoder } from '../models/text/sentence-encoder.ts';
import type { TurnMeta } from './bot.ts';
import type { Heard } from './channels/console-adapter.ts';
import { cardText } from './channels/console-cards.ts';
import { beginConversation, openConsole, shownIn } from './channels/console-conversation.ts';
import { newConversationId, newGuestId } from './channels/direct-line/conversations.ts';
import { type Core, openCore } from './core.ts';
import { readSettings } from './settings.ts';

const usage = command({
  name: 'npm run chat --',
  about:
    'The same bot in the terminal, on the same database as a running server, with its settings (deploy/env.example). /quit leaves.',
  options: {
    shopper: { takes: 'ID', about: 'who you are, signed in; a guest if not given' },
    plain: {
      about: 'each line of standard input is a message or a tap ({"tap":"apply-offer",…}); each reply one JSON object',
    },
    language: { takes: 'en | zh', usually: 'en', about: 'what the conversation begins in' },
  },
  examples: ['--shopper s-0001', '--plain < messages.txt'],
});

interface Arguments {
  readonly shopper: string | undefined;
  readonly plain: boolean;
  readonly language: 'en' | 'zh';
}

const parse = (argv: readonly string[]): Arguments => {
  const { shopper, plain, language } = readArguments(usage, argv).values;
  if (language !== 'en' && language !== 'zh') throw new BadInput(`--language has to be en or zh, got "${language}"`);
  return { shopper, plain, language };
};

/** The shopper to speak as, who has to exist; a guest when none is named. */
const meet = async (core: Core, { shopper, language }: Arguments): Promise<Omit<TurnMeta, 'turn'>> => {
  const { stores } = core;
  const id = shopper === undefined ? newGuestId() : asId<ShopperId>(shopper);
  const known = await stores.shoppers.get(id);
  if (shopper !== undefined && !known) {
    const some = (await stores.shoppers.sample(5)).map(s => s.id).join(', ');
    throw new Error(`There is no shopper ${shopper}; there are, for example, ${some}`);
  }
  return beginConversation(core, {
    shopper: id,
    conversation: newConversationId(),
    signedIn: known !== null,
    language,
  });
};

/** A line of JSON with a "tap" is what a button would send; every other line is words. */
const messageOf = (line: string): { text: string; value?: unknown } => {
  if (line.startsWith('{')) {
    try {
      const value = JSON.parse(line) as { tap?: unknown };
      if (typeof value.tap === 'string') return { text: '', value };
    } catch {
      // Not JSON after all: words.
    }
  }
  return { text: line };
};

const plain = async (hear: (message: { text: string; value?: unknown }) => Promise<Heard>): Promise<void> => {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    const heard = await hear(messageOf(line));
    const { turn, intent, language, decision, timings } = heard.log ?? {};
    const out = {
      ...shownIn(heard),
      decision: decision ?? null,
      timings: timings ?? {},
      turn: turn ?? null,
      intent: intent ?? null,
      language: language ?? null,
    };
    process.stdout.write(`${JSON.stringify(out)}\n`);
  }
};

const interactive = async (
  hear: (message: { text: string; value?: unknown }) => Promise<Heard>,
  greeting: Heard,
): Promise<void> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let options: CardButton[] = [];
  const show = (heard: Heard): void => {
    const { text, cards, suggestions } = shownIn(heard);
    console.log(text ? `\n${text}` : '\n(no answer: a person has this conversation)');
    options = [...cards.flatMap(c => ('buttons' in c ? c.buttons : [])), ...suggestions];
    for (const card of cards) console.log(`\n${cardText(card)}`);
    if (options.length > 0) console.log(`\n${options.map((o, i) => `[${i + 1}] ${o.label}`).join('   ')}`);
  };
  show(greeting);
  terminal.setPrompt('\n> ');
  terminal.prompt();
  for await (const line of terminal) {
    const said = line.trim();
    const chosen = /^\d{1,2}$/.test(said) ? options[Number(said) - 1] : undefined;
    if (said === '/quit') break;
    if (said !== '') {
      show(
        await hear(
          chosen
            ? chosen.value.tap === 'say'
              ? { text: chosen.value.text }
              : { text: chosen.label, value: chosen.value }
            : messageOf(said),
        ),
      );
    }
    terminal.prompt();
  }
  terminal.close();
};

const main = async (): Promise<void> => {
  const argv = process.argv.slice(2);
  if (toldHow(usage, argv)) return;
  const wanted = parse(argv);
  const settings = readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'silent' });
  const core = await openCore({
    settings,
    onNews: sentence => process.stderr.write(`${sentence}\n`),
    ...(settings.SENTENCE_ENCODER !== 'off' ? { openEncoder: openSentenceEncoder } : {}),
  });
  try {
    const who = await meet(core, wanted);
    const adapter = openConsole(core);
    const locale = wanted.language === 'zh' ? 'zh-CN' : 'en-GB';
    const hear = (message: { text: string; value?: unknown }) =>
      adapter.hear({ type: 'message', locale, ...message }, who);
    if (wanted.plain) await plain(hear);
    else {
      const members = [{ id: who.shopper, name: '' }];
      await interactive(hear, await adapter.hear({ type: 'conversationUpdate', locale, membersAdded: members }, who));
    }
  } finally {
    await core.close();
  }
};

main().then(
  () => process.exit(0),
  (fault: unknown) => {
    process.stderr.write(`${(fault as Error).message}\n`);
    process.exit(1);
  },
);
