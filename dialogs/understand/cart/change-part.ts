/** How a change of the cart is told, part by part. */

export type ChangePart =
  /**
   * `remove`: to be taken out in so many words; `unwanted`: no more than not wanted; `lies`: told to be in the cart; else it is only
   * said not to be it.
   */
  | {
      readonly kind: 'out';
      readonly thing: string;
      readonly remove: boolean;
      readonly unwanted?: boolean;
      readonly lies?: true;
    }
  /** What it should be; `of`: which one of the cart. `said`: as it was meant before; `plain`: without a word that changes anything. */
  | {
      readonly kind: 'into';
      readonly thing: string;
      readonly of?: string;
      readonly said?: true;
      readonly plain?: true;
      /** It is the size of whoever it is for. */
      readonly worn?: true;
    }
  /** "Two of them navy": of the line that is spoken of so many in another form. */
  | { readonly kind: 'some'; readonly thing: string }
  | { readonly kind: 'only'; readonly thing: string };

export interface ChangeSaid {
  readonly parts: readonly ChangePart[];
  /** A change is told in so many words, whatever was spoken of before. */
  readonly outright: boolean;
  /** What was done is taken back: "no, …", 加错了. */
  readonly corrects: boolean;
  /** Something else went in than was meant: what is named goes in instead of it. */
  readonly wrong: boolean;
  /** The size to be taken where it doesn't come in the first: "44.5, or 45 if there's no half sizes". */
  readonly orElse?: number;
}
