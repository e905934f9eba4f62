/** An answer that is not 2xx and says why, in a sentence made for the caller; anything else thrown is a fault and stays inside. */
export class HttpProblem extends Error {
  readonly status: number;
  /** Stable, for programs: "bad-request", "forged-token". */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const badRequest = (message: string, code = 'bad-request'): HttpProblem => new HttpProblem(400, code, message);
export const unauthorized = (message: string, code = 'unauthorized'): HttpProblem =>
  new HttpProblem(401, code, message, { 'www-authenticate': 'Bearer' });
export const forbidden = (message: string, code = 'forbidden'): HttpProblem => new HttpProblem(403, code, message);
export const notFound = (message: string, code = 'not-found'): HttpProblem => new HttpProblem(404, code, message);
export const conflict = (message: string, code = 'conflict'): HttpProblem => new HttpProblem(409, code, message);
export const tooLarge = (limit: number): HttpProblem =>
  new HttpProblem(413, 'too-large', `The body is larger than the ${limit} bytes allowed`, { connection: 'close' });
export const tooMany = (retryAfterSeconds: number, what: string): HttpProblem =>
  new HttpProblem(429, 'too-many', `Too many ${what}: try again in ${retryAfterSeconds} s`, {
    'retry-after': String(retryAfterSeconds),
  });

/** The database refused because its disk is full or failing: nothing was saved, reading goes on. */
export const isDiskFault = (fault: unknown): boolean =>
  ['OutOfDiskSpace', 'FileStreamFailed'].includes((fault as { codeName?: string } | null)?.codeName ?? '');
