import { z } from 'zod';
import type { Operation } from '../shop-api/operation.ts';
import { problem } from '../shop-api/schemas.ts';
import { otherPaths } from './other-paths.ts';

export type Json = Readonly<Record<string, unknown>>;

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly Json[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: Json;
    readonly description?: string;
  }[];
  readonly requestBody?: Json;
  readonly responses: Readonly<Record<string, Json & { readonly description: string }>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: Json & { readonly schemas: Readonly<Record<string, Json>> };
}

/** Schemas with an id are written once, under components; everything else stays where it is used. */
class SchemaWriter {
  readonly components: Record<string, Json> = {};

  write(schema: z.ZodType, io: 'input' | 'output'): Json {
    const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })).replaceAll(
      '"#/$defs/',
      '"#/components/schemas/',
    );
    const {
      $schema: _schema,
      $defs,
      ...rest
    } = JSON.parse(text) as Record<string, unknown> & { $defs?: Record<string, Json> };
    Object.assign(this.components, $defs);
    const { id } = rest;
    if (typeof id !== 'string') return rest;
    const { id: _id, ...body } = rest;
    this.components[id] = body;
    return { $ref: `#/components/schemas/${id}` };
  }
}

const jsonContent = (schema: Json): Json => ({ 'application/json': { schema } });

const securityOf = {
  anyone: [{}, { session: [] }, { cookie: [] }],
  session: [{ session: [] }, { cookie: [] }],
  'shop-server': [{ shopKey: [] }],
} as const;

/** "/orders/:id" in the router is "/orders/{id}" here. */
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

const parametersOf = (writer: SchemaWriter, schema: z.ZodObject | undefined, place: 'path' | 'query') => {
  if (!schema) return [];
  const { properties = {}, required = [] } = writer.write(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => {
    const { description, ...rest } = shape;
    return {
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: rest,
      ...(typeof description === 'string' ? { description } : {}),
    };
  });
};

const describeOperation = (writer: SchemaWriter, op: Operation, refused: Json): OpenApiOperation => {
  const common: Record<string, string> = { 400: 'The input does not fit; the message says where' };
  if (op.access !== 'anyone') common[401] = 'No session, or one that is not valid';
  if (op.access !== 'anyone' || op.method !== 'GET') common[403] = 'Not allowed to this caller';
  if (op.body) common[413] = 'The body is too large';
  const responses: Record<string, Json & { description: string }> = {};
  for (const [status, description] of Object.entries(common))
    responses[status] = { description, content: jsonContent(refused) };
  for (const [status, { description, schema }] of Object.entries(op.answers)) {
    const content = schema ? writer.write(schema, 'output') : Number(status) >= 400 ? refused : null;
    responses[status] = { description, ...(content ? { content: jsonContent(content) } : {}) };
  }
  const parameters = [...parametersOf(writer, op.params, 'path'), ...parametersOf(writer, op.query, 'query')];
  return {
    operationId: op.id,
    tags: [op.tag],
    summary: op.summary,
    ...(op.description === undefined ? {} : { description: op.description }),
    security: securityOf[op.access],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(op.body
      ? {
          requestBody: {
            required: !op.body.safeParse(undefined).success,
            content: jsonContent(writer.write(op.body, 'input')),
          },
        }
      : {}),
    responses,
  };
};

const tags = [
  { name: 'Sessions', description: 'Who is shopping' },
  { name: 'Products', description: 'What the shop sells' },
  { name: 'Cart', description: 'What the shopper is about to buy' },
  { name: 'Offers', description: 'Deals the shopper was made, on the cart' },
  { name: 'Orders', description: 'Checkout, purchase history, returns' },
  { name: 'Profile', description: 'What is remembered about the shopper: to see, correct, take along and forget' },
  { name: 'Shop server', description: 'For the shop’s own systems, with SHOP_API_KEY' },
  { name: 'Web channel', description: 'Direct Line 3.0 for chat clients' },
  { name: 'Operations', description: 'For whoever runs the server' },
] as const;

/** The OpenAPI 3.1 document of this server, made from the schemas that check the calls. */
export const openApiDocument = (operations: readonly Operation[], serverUrl: string): OpenApiDocument => {
  const writer = new SchemaWriter();
  const refused = writer.write(problem, 'output');
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const op of operations) {
    const path = openApiPath(op.path);
    paths[path] = { ...paths[path], [op.method.toLowerCase()]: describeOperation(writer, op, refused) };
  }
  for (const other of otherPaths(refused)) {
    paths[other.path] = { ...paths[other.path], [other.method]: other.operation };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Counteroffer',
      version: '0.1.0',
      description:
        'The shop’s side of the chat bot: sessions, products, cart, offers, checkout, returns, and redemption for shops with their own checkout. Money is in minor units. Every refusal has a code and a sentence.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: [...tags],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'A session token from POST /api/shop/session' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'co_session',
          description: 'The same session, for the shop’s own pages',
        },
        shopKey: { type: 'http', scheme: 'bearer', description: 'SHOP_API_KEY; never in a browser' },
        directLine: { type: 'http', scheme: 'bearer', description: 'A Direct Line token' },
      },
      schemas: Object.fromEntries(Object.entries(writer.components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
};
