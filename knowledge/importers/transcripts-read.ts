/** Support transcripts as shops export them: a question and its answer a row, or one message a row, CSV or JSON lines. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { maskPersonal } from '../retrieval/pages/mask.ts';
import { openCsv, type Row } from './csv-rows.ts';
import { WrongInputError } from './input-errors.ts';

export interface AskedQuestion {
  /** Where it starts in the file, from 1. */
  readonly line: number;
  /** As it was asked, addresses, numbers and the like replaced. */
  readonly question: string;
  readonly answer: string | null;
  /** The intent or category somebody gave it. */
  readonly label: string | null;
}

export interface ReadTranscripts {
  readonly file: string;
  readonly questions: readonly AskedQuestion[];
  readonly badLines: readonly { readonly line: number; readonly reason: string }[];
}

const names = {
  question: [
    'question',
    'text',
    'message',
    'utterance',
    'body',
    'content',
    'query',
    'customer',
    '问题',
    '内容',
    '消息',
  ],
  answer: ['answer', 'reply', 'response', 'agent', '回答', '回复', '答案'],
  label: ['intent', 'label', 'category', 'topic', 'tag', '意图', '分类', '标签'],
  conversation: [
    'conversation',
    'conversation_id',
    'chat',
    'chat_id',
    'session',
    'session_id',
    'ticket',
    'ticket_id',
    '会话',
  ],
  from: ['from', 'sender', 'role', 'author', 'speaker', '发送者', '角色'],
} as const;
type Field = keyof typeof names;

const shopper = /^(?:shopper|customer|user|client|visitor|buyer|human|end[- _]?user|c|顾客|买家|客户|用户|访客)$/i;

/** One question or one message, whichever the file holds. */
type Cells = Readonly<Partial<Record<Field, string>>>;

const longest = 2_000;
const clean = (text: string): string => maskPersonal(text.replace(/\s+/g, ' ').trim().slice(0, longest));

/** Gathers rows into questions: with a sender, a shopper's messages in a row are one question and what follows its answer. */
const gather = () => {
  const questions: AskedQuestion[] = [];
  let open: { line: number; said: string[]; answer: string[]; label: string | null; conversation: string } | null =
    null;
  const close = (): void => {
    if (open && open.said.length > 0) {
      questions.push({
        line: open.line,
        question: clean(open.said.join(' ')),
        answer: open.answer.length > 0 ? clean(open.answer.join(' ')) : null,
        label: open.label,
      });
    }
    open = null;
  };
  return {
    add: (line: number, cells: Cells): void => {
      const text = cells.question?.trim() ?? '';
      if (cells.from === undefined) {
        questions.push({
          line,
          question: clean(text),
          answer: cells.answer ? clean(cells.answer) : null,
          label: cells.label || null,
        });
        return;
      }
      const conversation = cells.conversation ?? '';
      if (open && open.conversation !== conversation) close();
      if (shopper.test(cells.from.trim())) {
        if (open && open.answer.length > 0) close();
        open ??= { line, said: [], answer: [], label: cells.label || null, conversation };
        open.said.push(text);
      } else open?.answer.push(text);
    },
    done: (): readonly AskedQuestion[] => {
      close();
      return questions;
    },
  };
};

/** The names a file uses for our fields; the first known one counts. */
const fieldsOf = (columns: readonly string[]): Map<Field, string> => {
  const found = new Map<Field, string>();
  for (const [field, known] of Object.entries(names) as [Field, readonly string[]][]) {
    const name = known.map(k => columns.find(c => c.trim().toLowerCase() === k)).find(c => c !== undefined);
    if (name !== undefined) found.set(field, name);
  }
  return found;
};

const needsQuestion = (file: string, columns: readonly string[]): WrongInputError =>
  new WrongInputError(
    `${file} has no column with the question; one of ${names.question.join(', ')} is needed, found ${columns.join(', ') || 'none'}`,
  );

/** Throws WrongInputError when the file is missing, empty, or holds no questions. */
export const readTranscripts = async (path: string): Promise<ReadTranscripts> => {
  const read = /\.(?:jsonl|ndjson|json)$/i.test(path) ? await readJsonLines(path) : await readCsvRows(path);
  if (read.questions.length === 0) throw new WrongInputError(`${read.file} holds no question of a shopper`);
  return read;
};

const readCsvRows = async (path: string): Promise<ReadTranscripts> => {
  const file = await openCsv(path, []);
  const fields = fieldsOf(file.columns);
  if (!fields.has('question')) {
    file.close();
    throw needsQuestion(file.name, file.columns);
  }
  const gathered = gather();
  const badLines: { line: number; reason: string }[] = [];
  const cellsOf = (row: Row): Cells => Object.fromEntries([...fields].map(([field, name]) => [field, row.get(name)]));
  for await (const row of file.rows) {
    const cells = cellsOf(row);
    if (cells.question) gathered.add(row.line, cells);
    else badLines.push({ line: row.line, reason: 'no question' });
  }
  return { file: file.name, questions: gathered.done(), badLines };
};

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const readJsonLines = async (path: string): Promise<ReadTranscripts> => {
  const file = basename(path);
  const gathered = gather();
  const badLines: { line: number; reason: string }[] = [];
  let line = 0;
  const add = (record: Readonly<Record<string, unknown>>, conversation: string): boolean => {
    const fields = fieldsOf(Object.keys(record));
    const cells: Partial<Record<Field, string>> = { conversation };
    for (const [field, name] of fields) {
      const text = textOf(record[name]);
      if (text !== undefined) cells[field] = text;
    }
    if (!cells.question?.trim()) return false;
    gathered.add(line, cells);
    return true;
  };
  try {
    for await (const row of createInterface({
      input: createReadStream(path, 'utf8'),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      line += 1;
      if (row.trim() === '') continue;
      let record: unknown;
      try {
        record = JSON.parse(row.replace(/^\ufeff/, ''));
      } catch {
        badLines.push({ line, reason: 'not JSON' });
        continue;
      }
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        badLines.push({ line, reason: 'not an object' });
        continue;
      }
      const { turns, messages } = record as { turns?: unknown; messages?: unknown };
      const list = Array.isArray(turns) ? turns : Array.isArray(messages) ? messages : null;
      const added = list
        ? list.filter(
            one => typeof one === 'object' && one !== null && add(one as Record<string, unknown>, `line ${line}`),
          ).length > 0
        : add(record as Record<string, unknown>, '');
      if (!added) badLines.push({ line, reason: 'no question' });
    }
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') throw new WrongInputError(`There is no file ${path}`);
    throw fault;
  }
  return { file, questions: gathered.done(), badLines };
};
