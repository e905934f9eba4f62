import { describe, expect, it } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { heardWith, isComplaint, isUpset, temperOf } from './mood.ts';

const angry = [
  'this is ridiculous',
  "I've asked three times already!!",
  'this is the third time I ask',
  'for the last time, where is my order',
  'how many times do I have to say it',
  'WHERE IS MY ORDER!!!',
  'WHY DO YOU NOT ANSWER ME',
  'your service is terrible',
  'worst shop ever',
  'I want to complain',
  'you are useless',
  'stupid bot',
  'are you kidding me',
  'still no answer???',
  'nobody replies to my e-mails',
  'what a waste of time',
  'I am very disappointed',
  "I'm so frustrated with this",
  'I already told you my order number',
  'you keep asking me the same thing',
  'the same answer again and again, same thing over and over',
  'terrible quality, it fell apart after two days',
  'this is unacceptable, I want my money back',
  'I am fed up',
  'never buying here again',
  'wtf is this',
  'is this a scam?',
  "that's not what I asked!!!",
  'broken again, seriously?!',
  "I'm losing my patience",
  'I will report you',
  'SERIOUSLY, STILL WAITING FOR MY PARCEL',
  '说了多少遍了',
  '说了好几遍了，是42码',
  '无语',
  '真无语了',
  '我要投诉',
  '你们这什么服务',
  '什么态度啊',
  '第三次了，还没解决',
  '问了三遍了没人回',
  '太差了',
  '质量太烂了',
  '气死我了',
  '再也不来买了',
  '你是智障吗',
  '听不懂人话吗',
  '垃圾店',
  '骗子',
  '怎么还不发货',
  '到底什么时候能到',
  '等了这么久还没到',
  '催了好几次了',
  '浪费我时间',
  '答非所问',
  '又错了！！！',
  '有人吗？？？还没收到',
  '他妈的',
  '非常失望',
  '太离谱了吧',
  '忍无可忍',
  '要我说几遍',
  '敷衍我',
];

const calm = [
  'hello again',
  'Thanks again!',
  'can I order the same one again?',
  'I am sick of my old shoes, show me new ones',
  'terrible weather today, I need a rain jacket',
  'the weather here is awful, any umbrellas?',
  'a joke gift for a friend',
  'trash bags please',
  'my old backpack fell apart, I need a new one',
  'a present for my lawyer friend',
  'a mug for an angry bird fan, angry birds if you have it',
  'my girlfriend is really upset with me, I need a gift',
  'how do I make a complaint?',
  'what is your complaint procedure',
  'no complaints so far',
  "I hope it won't disappoint",
  'an awful lot of choice here',
  'ugly sweater',
  'these look ridiculously comfortable',
  'wow, this is insane!!',
  'DO YOU HAVE NIKE IN XL',
  'my code is SPRING SALE 2026',
  'SIZE 42 EU',
  'is the mug in stock?!',
  'not bad at all',
  'my parcel arrived damaged, what can I do?',
  'I received the wrong size',
  'it is broken, can I return it?',
  'where is my order?',
  'I am still waiting for my parcel',
  'not what I asked for, I meant the blue one',
  'worst case I send it back, right?',
  'sorry to bother you again, one more question',
  'is the black one sold out??',
  'can you check again please',
  'yes!!',
  '我妈的生日快到了',
  '送他妈妈的礼物',
  '两百元以内送妈妈的礼物',
  '给妈妈的生日礼物有哪些',
  '送老妈的围巾',
  '想给舅妈的孩子买双鞋',
  '送妈的母亲节礼物',
  '垃圾桶有吗',
  '阳光灿烂的日子穿什么',
  '怎么操作',
  '体操服有吗',
  '曝光补偿的相机包',
  '女朋友生气了，想送个礼物哄她',
  '老婆很生气怎么办，送什么好',
  '别让我失望哦',
  '应该不会让人失望吧',
  '我不是投诉，就是问一下',
  '怎么投诉？',
  '天气太差了，想买把伞',
  '便宜得离谱，真的吗',
  '好看得过分',
  '旧鞋坏了，想买双新的',
  '我又来买东西了',
  '收到了但是尺码不对',
  '杯子碎了，可以换吗',
  '还没收到货，帮我查一下',
  '不着急，慢慢来',
  '哪里不对吗',
  '滚筒洗衣机能洗吗',
  '好的！！',
  '有没有差评',
  '在吗',
];

const read = (text: string): boolean => isUpset(fold(text), text);

describe('anger', () => {
  it.each(angry)('is noticed: %s', text => expect(read(text)).toBe(true));
  it.each(calm)('is not seen where there is none: %s', text => expect(read(text)).toBe(false));

  it('is not a complaint when somebody only asks how to make one', () => {
    expect(isComplaint(fold('how do I make a complaint?'))).toBe(false);
    expect(isComplaint(fold('I want to make a complaint'))).toBe(true);
    expect(isComplaint(fold('垃圾桶有吗'))).toBe(false);
  });
});

describe('saying it again', () => {
  const said = (text: string, times: number, failures: number): boolean => {
    let heard: readonly number[] = [];
    for (let i = 0; i < times; i++) heard = heardWith(heard, text);
    return isUpset(fold(text), text, { heard, failures });
  };

  it.each(['do you have a parking space?', '你们有停车位吗'])('is anger when it was missed twice: %s', text => {
    expect(said(text, 0, 0)).toBe(false);
    expect(said(text, 1, 1)).toBe(false);
    expect(said(text, 2, 2)).toBe(true);
  });

  it('is none while it is answered, however often it is asked', () => {
    expect(said('any discount for me?', 5, 0)).toBe(false);
    expect(said('有没有优惠啊', 5, 0)).toBe(false);
  });

  it('is known by its words, not by its case and signs; a yes is never counted', () => {
    const heard = heardWith(heardWith(undefined, 'Where is my parcel'), 'WHERE is my parcel???');
    expect(heard[0]).toBe(heard[1]);
    expect(heardWith(undefined, 'yes')).toEqual([]);
    expect(temperOf('yes', 'yes', { heard: [1, 2], failures: 2 })).toBe(0);
  });

  it('is remembered for a few messages', () => {
    let heard: readonly number[] = [];
    for (let i = 0; i < 30; i++) heard = heardWith(heard, `a question of some length ${i}`);
    expect(heard).toHaveLength(6);
  });
});
