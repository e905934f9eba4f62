/** The goods themselves, in full. */
import { goodsLying } from '../goods-lying.ts';
import type { AsksInFull, InFull, Scene } from '../put-in-full.ts';

/** Of a page, where no goods lie there that it could be asked of. */
const ofPage = ({ memory }: Scene, text: InFull['text']): InFull | undefined =>
  goodsLying(memory, memory.inCart ?? []) ? undefined : { text };

export const goodsInFull: AsksInFull = {
  'show-more': { page: (_page, scene) => ofPage(scene, { en: 'tell me more', zh: '再详细说说' }) },
  'anything-cheaper': { page: (_page, scene) => ofPage(scene, { en: 'any deals?', zh: '有什么优惠吗' }) },
};
