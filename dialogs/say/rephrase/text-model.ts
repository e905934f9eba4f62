/** What putting a reply in other words needs of a language model; how it is reached is not known here. */
export interface TextModel {
  /** The answer as it comes, in pieces. Ends by throwing when the model can't be reached, is too slow or breaks off. */
  stream(request: TextRequest): AsyncIterable<string>;
}

export interface TextRequest {
  readonly task: 'rephrase' | 'summarise';
  readonly instructions: string;
  readonly text: string;
  /** At most this many tokens are asked for. */
  readonly maxTokens: number;
  readonly signal: AbortSignal;
}

/** What became of one use of the model: `refused` by the claim checker, with the first reason. No texts. */
export interface TextOutcome {
  readonly task: TextRequest['task'];
  readonly outcome: 'used' | 'refused' | 'failed';
  readonly reason?: string;
}
