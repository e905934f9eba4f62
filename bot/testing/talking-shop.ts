import { afterAll, beforeAll } from 'vitest';
import { openTalkingShop, type TalkingShop } from './talk.ts';

/** A shop to talk to for the file it is called in: opened before its first test, closed after its last. */
export const talkingShop = (options?: Parameters<typeof openTalkingShop>[0]): Omit<TalkingShop, 'close'> => {
  let shop: TalkingShop;
  beforeAll(async () => {
    shop = await openTalkingShop(options);
  });
  afterAll(async () => {
    await shop.close();
  });
  return {
    get core() {
      return shop.core;
    },
    talkTo: name => shop.talkTo(name),
  };
};
