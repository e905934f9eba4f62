import type { Json, OpenApiOperation } from './openapi.ts';

export interface OtherPath {
  readonly path: string;
  readonly method: 'get' | 'post';
  readonly operation: OpenApiOperation;
}

const directLine = '/v3/directline';
const idParameter = [
  { name: 'id', in: 'path', required: true, schema: { type: 'string' }, description: 'Conversation' },
];
const watermark = {
  name: 'watermark',
  in: 'query',
  required: false,
  schema: { type: 'string' },
  description: 'What the client has already; opaque',
};
const conversation: Json = {
  type: 'object',
  properties: {
    conversationId: { type: 'string' },
    token: { type: 'string' },
    expires_in: { type: 'integer' },
    streamUrl: { type: 'string' },
    referenceGrammarId: { type: 'string' },
    userId: { type: 'string' },
  },
};

/** What is served beside the shop API: the web channel, whose protocol is documented elsewhere, and the operator's addresses. */
export const otherPaths = (refused: Json): OtherPath[] => {
  const json = (description: string, schema: Json = { type: 'object' }) => ({
    description,
    content: { 'application/json': { schema } },
  });
  const tokenRefusals = {
    401: json('No token', refused),
    403: json('The token is forged, expired, or another conversation’s', refused),
  };
  const chat = (
    method: OtherPath['method'],
    path: string,
    id: string,
    summary: string,
    responses: OpenApiOperation['responses'],
    more: Partial<OpenApiOperation> = {},
  ): OtherPath => ({
    path: `${directLine}${path}`,
    method,
    operation: {
      operationId: id,
      tags: ['Web channel'],
      summary,
      security: [{ directLine: [] }],
      ...more,
      responses: { ...tokenRefusals, ...responses },
    },
  });
  const operator = (
    path: string,
    id: string,
    summary: string,
    responses: OpenApiOperation['responses'],
  ): OtherPath => ({
    path,
    method: 'get',
    operation: { operationId: id, tags: ['Operations'], summary, security: [{}], responses },
  });
  return [
    chat(
      'post',
      '/tokens/generate',
      'generateToken',
      'A token for a conversation',
      { 200: json('The token', conversation) },
      {
        description:
          'With the channel secret and a user id; or with a session, which goes on with its shopper’s latest conversation. Without either only while no DIRECT_LINE_SECRET is set.',
        security: [{}, { directLine: [] }, { session: [] }, { cookie: [] }],
      },
    ),
    chat('post', '/tokens/refresh', 'refreshToken', 'A token that lives longer', {
      200: json('The token', conversation),
    }),
    chat('post', '/conversations', 'startConversation', 'Start the token’s conversation', {
      200: json('It was there already', conversation),
      201: json('Started', conversation),
    }),
    chat(
      'get',
      '/conversations/{id}',
      'reconnect',
      'A new token and stream for a conversation',
      { 200: json('As at the start', conversation), 404: json('Not started, or ended', refused) },
      { parameters: [...idParameter, watermark] },
    ),
    chat(
      'post',
      '/conversations/{id}/activities',
      'postActivity',
      'Send a message; the same clientActivityID counts once',
      { 200: json('Its id'), 413: json('Too large', refused), 429: json('Too many; Retry-After says when', refused) },
      {
        parameters: idParameter,
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['type'],
                properties: { type: { type: 'string' }, text: { type: 'string' } },
              },
            },
          },
        },
      },
    ),
    chat(
      'get',
      '/conversations/{id}/activities',
      'listActivities',
      'What was said since the watermark',
      { 200: json('Activities and the next watermark') },
      { parameters: [...idParameter, watermark] },
    ),
    chat(
      'post',
      '/conversations/{id}/upload',
      'upload',
      'Send files with a message',
      { 200: json('Its id'), 413: json('Too large', refused) },
      {
        parameters: idParameter,
        requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object' } } } },
      },
    ),
    operator('/healthz', 'health', 'The process runs', { 200: json('Up') }),
    operator('/readyz', 'readiness', 'It can take work, and with which models', {
      200: json('Ready'),
      503: json('Not ready'),
    }),
    operator('/metrics', 'metrics', 'Counters for Prometheus', {
      200: { description: 'Text', content: { 'text/plain': { schema: { type: 'string' } } } },
    }),
  ];
};
