/** Sizes that are told by their form alone: A5 of paper, 42.5 of shoes, xl by itself, 宽2米4; and how tall somebody is, which is none. */
import { coreOf } from './chinese-core.ts';
import { isFree, type Reader, take } from './reader.ts';

const paper = /本|纸|册|帐|账|打印|画|垫板|文件|相框|海报|贴|笔记|日历|便签|信封/u;
const sheet = /(?<![a-z\d])[ab][2-7](?![a-z\d])/u;
const half = /(?<![\d.])(?:3[4-9]|4[0-8])\.5(?![\d%])/u;
const letter = /^(?:\d?x{1,3}[sl]|[sml])$/u;
const side = /[宽高长深厚]$/u;
const tall = /(?:我|他|她|个子|儿子|女儿|老公|男友|男朋友|孩子)(?:是|有|大概|差不多|才|就)*$/u;
const footed = /鞋|靴/u;

/** 我1米68: told of a body. */
export const isTold = (folded: string, start: number, end: number): boolean =>
  tall.test(folded.slice(0, start)) || /^[ ,]*(?:体重)?\d{2,3}(?:斤|kg|公斤)/u.test(folded.slice(end));

/** 高2米6: with the side that is measured. */
export const sideBefore = (folded: string, start: number): number =>
  side.test(folded.slice(0, start)) && !/身高$/u.test(folded.slice(0, start)) ? start - 1 : start;

export const readFormats = (r: Reader): void => {
  const { folded, wanted } = r.clause;
  if (!/[a-z\d]/.test(folded)) return;
  const found = (start: number, end: number): void => {
    if (isFree(r, start, end)) take(r, { slot: 'size', start, end, confidence: 0.6 });
  };
  const { start, words } = coreOf(folded);
  const ofPaper = sheet.exec(folded);
  if (ofPaper && (wanted.some(w => paper.test(w)) || paper.test(folded)))
    found(ofPaper.index, ofPaper.index + ofPaper[0].length);
  const shoe = half.exec(folded);
  if (shoe && (wanted.some(w => footed.test(w)) || footed.test(folded))) found(shoe.index, shoe.index + shoe[0].length);
  if (letter.test(words) && wanted.length > 0) found(start, start + words.length);
  const last = / (\d?x{1,3}l|[sml])$/u.exec(folded);
  if (last && wanted.length > 0) found(folded.length - last[1]!.length, folded.length);
  const ball = /^([3-7]号)球?的?$/u.exec(words);
  if (ball && wanted.some(w => w.endsWith('球'))) found(start, start + ball[1]!.length);
};
