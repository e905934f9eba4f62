/** The goods themselves, in full. */
import { goodsLying } from '../goods-lying.ts';
import type { AsksInFull, InFull, Scene } from '../put-in-full.ts';

/** Where no goods lie there that it could be asked of. */
const ofNone = ({ memory }: Scene, text: InFull['text']): InFull | undefined =>
  goodsLying(memory, memory.inCart ?? []) ? undefined : { text };

const recommended = { en: 'recommend something', zh: '推荐点东西' };

export const goodsInFull: AsksInFull = {
  'show-more': {
    list: () => ({ text: { en: 'show me others', zh: '还有别的吗' } }),
    page: (_page, scene) => ofNone(scene, { en: 'tell me more', zh: '再详细说说' }),
  },
  // Before any can be chosen among, some are shown.
  'which-would-you-take': {
    nothing: (_nothing, scene) => ofNone(scene, recommended),
    page: (_page, scene) => ofNone(scene, recommended),
    unsold: (_unsold, scene) => ofNone(scene, recommended),
  },
  'anything-cheaper': { page: (_page, scene) => ofNone(scene, { en: 'any deals?', zh: '有什么优惠吗' }) },
};
