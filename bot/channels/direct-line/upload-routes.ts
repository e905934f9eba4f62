import { randomUUID } from 'node:crypto';
import type { Attachment } from 'botbuilder-core';
import { z } from 'zod';
import { badRequest, HttpProblem, notFound } from '../../http/problem.ts';
import type { Call, Route } from '../../http/route.ts';
import { sendJson } from '../../http/route.ts';
import { countMessage, takeIn } from './activity-routes.ts';
import { authorize } from './authorize.ts';
import type { DirectLine } from './direct-line.ts';
import { readInbound } from './inbound.ts';

const maxFiles = 4;
/** Shown inside the page; everything else is offered for download. SVG can carry script and is not among them. */
const inlineTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const storedShape = z.object({ name: z.string(), type: z.string(), base64: z.string() });
const keyOf = (id: string): string => `upload:${id}`;

/** Files are kept as bot state (JSON text), so that every process and every database serves them alike. */
const keep = async (line: DirectLine, call: Call, file: File): Promise<Attachment> => {
  const id = randomUUID();
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  const name = file.name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120) || 'file';
  const base64 = Buffer.from(await file.arrayBuffer()).toString('base64');
  await line.stores.state.write(keyOf(id), JSON.stringify({ name, type, base64 }), undefined);
  return { name, contentType: type, contentUrl: `${call.baseUrl}/v3/directline/attachments/${id}` };
};

const upload = async (line: DirectLine, call: Call): Promise<void> => {
  const { grant } = await authorize(call, line.tokens, line.stores.conversations);
  countMessage(line, grant);
  const type = call.req.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new HttpProblem(415, 'unsupported-type', 'Send multipart/form-data with the files');
  }
  const bytes = await call.bytes(line.maxUpload);
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form) throw badRequest('The form could not be read', 'malformed-form');
  const files: File[] = [];
  form.forEach((part, name) => {
    if (name !== 'activity' && typeof part !== 'string') files.push(part);
  });
  if (files.length === 0) throw badRequest('The form holds no file', 'no-file');
  if (files.length > maxFiles)
    throw badRequest(`At most ${maxFiles} files at once, got ${files.length}`, 'too-many-files');
  const said = form.get('activity');
  const text = said === null ? '{}' : typeof said === 'string' ? said : await said.text();
  let body: unknown;
  try {
    body = { type: 'message', ...(JSON.parse(text) as object) };
  } catch {
    throw badRequest('The activity part of the form is not JSON', 'malformed-json');
  }
  const activity = readInbound(body, grant, line.clock());
  activity.attachments = await Promise.all(files.map(file => keep(line, call, file)));
  await takeIn(line, grant, activity);
  sendJson(call.res, 200, { id: activity.id });
};

/** The address itself is the permission: 122 random bits that only the conversation's log names. */
const serve = async (line: DirectLine, call: Call): Promise<void> => {
  const id = call.params.file ?? '';
  const found = /^[0-9a-f-]{36}$/.test(id) ? (await line.stores.state.read([keyOf(id)]))[keyOf(id)] : undefined;
  if (!found) throw notFound('No such attachment');
  const file = storedShape.parse(JSON.parse(found.json));
  const bytes = Buffer.from(file.base64, 'base64');
  call.res.writeHead(200, {
    'content-type': inlineTypes.has(file.type) ? file.type : 'application/octet-stream',
    'content-length': bytes.length,
    'content-disposition': `${inlineTypes.has(file.type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=86400, immutable',
  });
  call.res.end(bytes);
};

export const uploadRoutes = (line: DirectLine): Route[] => [
  { method: 'POST', path: '/v3/directline/conversations/:id/upload', handle: call => upload(line, call) },
  { method: 'GET', path: '/v3/directline/attachments/:file', handle: call => serve(line, call) },
];
