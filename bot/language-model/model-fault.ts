/** Why a completion did not come. */
export type ModelFaultReason =
  | 'unauthorised'
  | 'rate-limited'
  | 'server-error'
  | 'rejected'
  | 'unreachable'
  | 'timeout'
  | 'left'
  | 'cut'
  | 'malformed'
  | 'too-long'
  | 'filtered'
  | 'resting';

/** Holds no text of a conversation and no key: its message may be logged. */
export class ModelFault extends Error {
  readonly reason: ModelFaultReason;
  /** Asking again may help, and nothing was received yet. */
  readonly retryable: boolean;
  readonly retryAfterMilliseconds: number | undefined;

  constructor(
    reason: ModelFaultReason,
    more: { retryable?: boolean; retryAfterMilliseconds?: number | undefined } = {},
  ) {
    super(`The language model: ${reason}`);
    this.name = 'ModelFault';
    this.reason = reason;
    this.retryable = more.retryable ?? false;
    this.retryAfterMilliseconds = more.retryAfterMilliseconds;
  }
}

export const faultOf = (cause: unknown, signal: AbortSignal): ModelFault => {
  if (cause instanceof ModelFault) return cause;
  if (signal.aborted) {
    const { name } = (signal.reason ?? {}) as { name?: string };
    return new ModelFault(name === 'TimeoutError' ? 'timeout' : 'left');
  }
  return new ModelFault('unreachable', { retryable: true });
};
