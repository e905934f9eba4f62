/** "None of them is a dinosaur?", 这几个里没有恐龙吗: the thing that is missed among those that were shown. Takes folded text. */
const english =
  /\b(?:none|not one|not any|neither) of (?:them|these|those) (?:is|are|looks? like|has|have) (?:an? |any )([a-z]+(?: [a-z]+)?)(?= *(?:$|[?!.,]|though\b|then\b|at all\b))|\b(?:is|are) none of (?:them|these|those) (?:an? |any )([a-z]+(?: [a-z]+)?)(?= *(?:$|[?!.,]))/;
const chinese =
  /(?:这|那)(?:几|些)?[个款只]?(?:里面?|当中)?(?:都|就|怎么|一[个款只])*(?:没有|没|不是)(?:一?[个款只])?(\p{Script=Han}{2,4}?)的?(?:啊|呀)?(?:吗|么|吧)/u;

/** 这不是儿童的吗: asked of one that is pointed at. */
const ofOne = /^[这那][个款只]?不是/u;

export const missedAmongShown = (folded: string): string | undefined => {
  const found = english.exec(folded) ?? chinese.exec(folded);
  if (found && ofOne.test(found[0])) return undefined;
  return found?.slice(1).find(Boolean);
};
