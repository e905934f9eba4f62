/** "The second one" and no more: shown closer, not bought. Takes folded text. */
export const isOnlyPointing = (folded: string): boolean =>
  /^(?:(?:ok|and|the|no\.?|number|option|very|last|one|item|\d{1,2}(?!\d)(?:st|nd|rd|th)?|#|first|second|third|fourth|fifth|please)[ .,!?]*)+$|^(?:那个?)?(?:第 ?[一二三四五六七八九十\d]+|最后一?)(?:个|款|双|件|条|只|种)?(?:吧|呢)?[.!?]*$/u.test(
    folded,
  );
