/** Takes out of a question what could name a person or an order, leaving a word of what stood there. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, '[e-mail]'],
  [/https?:\/\/\S+|www\.\S+/giu, '[link]'],
  // Order numbers of this shop and others: letters, a dash, digits; "order no. 1234"; 订单号123.
  [/(?<![\p{L}\p{N}])[A-Za-z]{1,4}-\d{3,}(?:-\d+)*/gu, '[order]'],
  [
    /((?:order|tracking|parcel|invoice|waybill)\s*(?:number|no\.?|id|#)?\s*[:#]?\s*)(?=[\w-]*\d{4})[\w-]{4,}/giu,
    '$1[order]',
  ],
  [/((?:订单|运单|快递|物流|单)(?:编?号)?(?:是|为|[：:])?\s*)[\w-]{4,}/gu, '$1[order]'],
  [/(?:\+|00)\d[\d\s().-]{7,}\d/gu, '[phone]'],
  [/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu, '[phone]'],
  [/(?<!\d)\d(?:[\s-]?\d){14,18}(?:[xX])?(?!\d)/gu, '[number]'],
  [/(?<!\d)\(?0?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}(?!\d)/gu, '[phone]'],
  [/(?<![\d.,¥$€£])\d{6,}(?![\d.,])/gu, '[number]'],
  [/((?:my name is|this is|i am called|call me)\s+)\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?/gu, '$1[name]'],
  [/((?:我叫|我是|姓名[：:]?)\s*)\p{Script=Han}{2,4}(?=$|[，,。；;\s])/gu, '$1[name]'],
];

const longest = 400;

export const maskPersonal = (text: string): string =>
  masks
    .reduce((masked, [pattern, word]) => masked.replace(pattern, word), text.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest);
