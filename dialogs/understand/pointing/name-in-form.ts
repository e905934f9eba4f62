/** A product's name with a size or colour of it and hardly a word more: "fellhare goatpath trail shoe green 42". Takes folded text. */
const asking =
  /^(?:(?:hi|hello|hey|ok|okay|and|so)[,. ]+)*(?:do you (?:guys )?(?:still )?(?:have|stock|sell|do)|have you (?:still )?got|is there|you got|got|你们?家?(?:还)?有(?:没有)?|(?:还)?有(?:没有)?)(?= |\p{Script=Han})/u;
const size =
  /\b(?:(?:size|eu|uk|us) ?)?\d{2}(?:\.5)?(?![\d.]| ?(?:ml|g|kg|l|cm|mm|%|pieces|pcs|days?|bucks|quid|yuan|rmb)\b| ?[元块毫克升片包袋天])\b|\b(?:size )?(?:xxs|xs|s|m|l|xl|xxl|xxxl)\b|\d{2}(?:\.5)?码|[sml]码|[小中大]码/gu;
const around =
  /\b(?:in|of|the|a|an|with|and|any|size|please|pls|is it (?:there|in stock|available)|in stock|available)\b|有货|现货|[吗么呢的]|(?<=\p{Script=Han})没有?$|[?？.!！。]+$/gu;

/** Without what tells its form and asks for it: its name, where it is one. */
export const withoutSize = (folded: string): string =>
  folded.replace(asking, ' ').replace(size, ' ').replace(around, ' ').replace(/ +/g, ' ').trim();
