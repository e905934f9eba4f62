import { expect, test } from 'vitest';
import type { ReplyPart } from '../reply.ts';
import { demoView } from '../understand/fixture.ts';
import { productAnswerEn, productAnswerZh } from './product-answers.ts';

const fleece = demoView().products.find(p => p.name.en?.includes('Sheepfold fleece'))!;
const answer = (open: Extract<ReplyPart, { kind: 'product-answer' }>['open']) => ({
  kind: 'product-answer' as const,
  product: fleece,
  asked: [{ slot: 'size' as const, value: 'm', holds: true }],
  others: [],
  colours: [],
  ...(open ? { open } : {}),
});

test('what is asked beside a size, in words, is answered with the page and not with a shrug', () => {
  const beside = [{ words: 'women', terms: ['women'] }];
  expect(productAnswerEn(answer(beside))).toMatch(/^It comes in size M: .*its page says: “High-pile fleece/);
  expect(productAnswerZh(answer(beside))).toMatch(/有M码。其余的，页面是这样写的：“/);
  for (const text of [productAnswerEn(answer(beside)), productAnswerZh(answer(beside))])
    expect(text).not.toMatch(/promise|不敢保证/);
});

test('an amount that its page leaves out is named', () => {
  const cold = [{ kind: 'temperature' as const, words: 'how cold', terms: [] }];
  expect(productAnswerEn(answer(cold))).toContain("it doesn't say what temperatures it is made for");
  expect(productAnswerZh(answer(cold))).toContain('没有写明适用的温度');
});

test('a plain yes is one', () => expect(productAnswerEn(answer(undefined))).toMatch(/^Yes, it comes in size M/));
