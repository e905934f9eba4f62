import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { offerOf, shop } from '../../dialogs.test-helper.ts';
import type { ReplyPart } from '../../reply.ts';
import { deskWordsIn } from '../desk-words.ts';
import { type SayContext, say } from '../say.ts';
import { parseTone } from './parse-tone.ts';
import { defaultTone, type Tone } from './tone.ts';

const said = (parts: readonly ReplyPart[], language: 'en' | 'zh', tone?: Tone) => {
  const context: SayContext = {
    language,
    shop,
    now: new Date('2026-11-24T12:00:00Z'),
    product: () => undefined,
    promotionOf: () => undefined,
    factText: () => '',
    ...(tone ? { tone } : {}),
  };
  return say({ parts, language, suggestions: [] }, context);
};
const textOf = (parts: readonly ReplyPart[], language: 'en' | 'zh', tone?: Tone) => said(parts, language, tone).text;

describe('the tone file', () => {
  it('as it is shipped is the default', () => {
    const shipped = readFileSync(join(import.meta.dirname, '../../../deploy/tone.md'), 'utf8');
    expect(parseTone(shipped)).toEqual({ tone: defaultTone, problems: [] });
  });

  it('sets what it names, however it is marked', () => {
    const text =
      '\uFEFF# Ours\r\n\r\n- **voice**: warm\r\n* Address：你\r\n- emoji: YES\r\n- name in English: Wren\r\n- name in Chinese: 小渡\r\n';
    expect(parseTone(text)).toEqual({
      tone: { voice: 'warm', address: '你', emoji: true, assistant: { en: 'Wren', zh: '小渡' } },
      problems: [],
    });
  });

  it.each([
    ['- voice: loud', 'line 1: "voice" is warm or neutral, got "loud"'],
    ['hello\n- adress: 你', 'line 2: "adress" is no setting; there are'],
    ['- address: du', 'line 1: "address" is 您 or 你, got "du"'],
    ['- emoji: maybe', 'line 1: "emoji" is yes or no, got "maybe"'],
    ['- name in English: 50% off today', 'line 1: "name in english" is a name of up to 20 letters'],
    ['- name in Chinese: https://evil.example', 'line 1: "name in chinese" is a name of up to 20 letters'],
    ['- voice: warm\n- voice: neutral', 'line 2: "voice" is set in line 1 already'],
  ])('names the line it can’t use and goes on: %s', (text, problem) => {
    const { problems } = parseTone(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
    expect(parseTone(`${text}\n- emoji: yes`).tone.voice).toBe(text.includes('voice: warm') ? 'warm' : 'neutral');
  });

  it('of rubbish is the default tone', () => {
    for (const text of ['', '\0\0', '{"voice":"warm"}', '- - -\n- :\n-:x'])
      expect(parseTone(text).tone).toEqual(defaultTone);
  });
});

describe('a reply in the shop’s tone', () => {
  const tone: Tone = { voice: 'warm', address: '你', emoji: true, assistant: { en: 'Wren', zh: '小渡' } };

  it('greets by its own name, in either language, and still says that it is automated', () => {
    const greeting: ReplyPart[] = [{ kind: 'greeting', returning: false, name: 'Ann Lee' }];
    expect(textOf(greeting, 'en', tone)).toMatch(
      /^Hello, Ann! Lovely to meet you\. I'm Wren, the automated assistant of Test shop\..* 👋$/,
    );
    expect(textOf(greeting, 'zh', tone)).toMatch(/^Ann Lee，你好！我是测试商店的智能客服小渡（自动回复）.*👋$/);
  });

  it('says 你 where it said 您, on cards and by the desk too, but not within quotes', () => {
    const parts: ReplyPart[] = [{ kind: 'offer', offer: offerOf(), unprompted: false }];
    expect(textOf(parts, 'zh')).toContain('您');
    expect(textOf(parts, 'zh', tone)).not.toContain('您');
    expect(JSON.stringify(said(parts, 'zh', tone).cards)).not.toContain('您');
    expect(deskWordsIn('zh', tone).leftQueue).not.toContain('您');
    expect(deskWordsIn('zh').leftQueue).toContain('您');
    expect(textOf([{ kind: 'deals-running', deals: [] }], 'zh', tone)).toBe(
      textOf([{ kind: 'deals-running', deals: [] }], 'zh'),
    );
  });

  it('says deals, prices and apologies in the same words and without a smile', () => {
    for (const language of ['en', 'zh'] as const) {
      const neutral = { ...tone, address: '您' } as const;
      for (const part of [
        { kind: 'offer', offer: offerOf(), unprompted: true },
        { kind: 'sorry', about: 'complaint' },
        { kind: 'no-offer', reason: 'capped', freeShippingFrom: null },
      ] satisfies ReplyPart[]) {
        expect(textOf([part], language, neutral)).toBe(textOf([part], language));
      }
    }
  });

  it('is the template to the letter when nothing is set', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const kind of ['greeting', 'thanks', 'goodbye', 'unclear'] as const) {
        const part = { kind, returning: true, suggestions: [] } as ReplyPart;
        expect(textOf([part], language, { ...defaultTone })).toBe(textOf([part], language));
      }
    }
  });
});
