import { readingPage } from '../http/article-page.ts';
import { escapeHtml, quietCsp, sendHtml } from '../http/headers.ts';
import { type Route, sendJson } from '../http/route.ts';
import type { Operation } from '../shop-api/operation.ts';
import { type Json, type OpenApiDocument, type OpenApiOperation, openApiDocument } from './openapi.ts';

const extraStyle = `
details{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:.55rem 0}
summary{cursor:pointer;padding:.6rem .9rem;display:flex;gap:.75rem;align-items:baseline;flex-wrap:wrap;list-style:none}
summary::-webkit-details-marker{display:none}
.method{font:700 12px ui-monospace,monospace;min-width:3.6rem;color:var(--accent)}.path{font:13.5px ui-monospace,monospace;overflow-wrap:anywhere}
.sum{color:var(--soft);margin-left:auto}.inside{padding:0 .9rem .9rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}td,th{text-align:left;padding:.35rem .6rem .35rem 0;border-top:1px solid var(--line);vertical-align:top}
h3{font-size:.85rem;color:var(--soft);text-transform:uppercase;letter-spacing:.05em;margin:1rem 0 .2rem}
@media (max-width:34rem){.sum{margin-left:0;width:100%}}`;

interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly additionalProperties?: Shape | boolean;
}

/** A type in a word or two: "Money", "list of Product", "en or zh". */
const typeName = (shape: Shape | undefined): string => {
  if (!shape) return 'anything';
  if (shape.$ref) {
    const name = shape.$ref.split('/').at(-1)!;
    return `<a href="#schema-${escapeHtml(name)}">${escapeHtml(name)}</a>`;
  }
  if (shape.enum) return shape.enum.map(v => `<code>${escapeHtml(String(v))}</code>`).join(' or ');
  if (shape.anyOf) return shape.anyOf.map(typeName).join(' or ');
  if (shape.type === 'array') return `list of ${typeName(shape.items)}`;
  if (shape.type === 'object' && shape.properties)
    return `{ ${Object.entries(shape.properties)
      .map(([k, v]) => `${escapeHtml(k)}: ${typeName(v)}`)
      .join(', ')} }`;
  return escapeHtml(String(shape.type ?? 'anything'));
};

const rows = (shape: Shape): string =>
  Object.entries(shape.properties ?? {})
    .map(
      ([name, field]) =>
        `<tr><td><code>${escapeHtml(name)}</code>${shape.required?.includes(name) ? '' : ' <small>optional</small>'}</td><td>${typeName(field)}${field.description ? `<br><small>${escapeHtml(field.description)}</small>` : ''}</td></tr>`,
    )
    .join('');

const bodyOf = (content: unknown): Shape | undefined =>
  (content as { content?: Record<string, { schema?: Shape }> } | undefined)?.content?.['application/json']?.schema;

const bodyTable = (shape: Shape | undefined): string => {
  const object = shape?.anyOf?.find(s => s.properties) ?? shape;
  if (!object) return '';
  return `<h3>Body</h3>${object.properties ? `<table>${rows(object)}</table>` : `<p>${typeName(object)}</p>`}`;
};

const keyWords: Readonly<Record<string, string>> = {
  session: 'a session',
  cookie: 'a session cookie',
  shopKey: 'the shop’s key',
  directLine: 'a Direct Line token',
};

const needs = (op: OpenApiOperation): string => {
  const named = op.security.map(s => Object.keys(s)[0]);
  if (named.includes(undefined)) return '';
  return `<p class="meta">Needs ${named.map(n => keyWords[n!] ?? n).join(' or ')}.</p>`;
};

const operationHtml = (
  method: string,
  path: string,
  op: OpenApiOperation,
): string => `<details id="${escapeHtml(op.operationId)}">
<summary><span class="method">${method.toUpperCase()}</span><span class="path">${escapeHtml(path)}</span><span class="sum">${escapeHtml(op.summary)}</span></summary>
<div class="inside">${op.description ? `<p>${escapeHtml(op.description)}</p>` : ''}${needs(op)}
${op.parameters?.length ? `<h3>Parameters</h3><table>${op.parameters.map(p => `<tr><td><code>${escapeHtml(p.name)}</code> <small>${p.in}${p.required ? '' : ', optional'}</small></td><td>${typeName(p.schema as Shape)}${p.description ? `<br><small>${escapeHtml(p.description)}</small>` : ''}</td></tr>`).join('')}</table>` : ''}
${bodyTable(bodyOf(op.requestBody))}
<h3>Answers</h3><table>${Object.entries(op.responses)
  .map(
    ([status, r]) =>
      `<tr><td><code>${status}</code></td><td>${escapeHtml(r.description)}${bodyOf(r) ? `: ${typeName(bodyOf(r))}` : ''}</td></tr>`,
  )
  .join('')}</table></div></details>`;

/** The reference as a page without script: one fold per operation, the shapes below. */
const docsHtml = (document: OpenApiDocument): string => {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, op]) => ({ path, method, op })),
  );
  const sections = document.tags
    .map(({ name, description }) => {
      const own = all.filter(o => o.op.tags.includes(name));
      return `<h2>${escapeHtml(name)}</h2><p class="meta">${escapeHtml(description)}</p>${own.map(o => operationHtml(o.method, o.path, o.op)).join('\n')}`;
    })
    .join('\n');
  const shapes = Object.entries(document.components.schemas)
    .map(
      ([name, shape]) =>
        `<h3 id="schema-${escapeHtml(name)}">${escapeHtml(name)}</h3><table>${rows(shape as Shape)}</table>`,
    )
    .join('\n');
  const info = document.info as { title: string; version: string; description: string };
  return readingPage({
    title: 'API',
    language: 'en',
    brand: info.title,
    extraStyle,
    headerLinks: '<a href="/api/docs/openapi.json">openapi.json</a>',
    main: `<h1>API reference</h1><p class="meta">Version ${escapeHtml(info.version)}, OpenAPI ${document.openapi}</p><p>${escapeHtml(info.description)}</p>${sections}<h2>Shapes</h2>${shapes}`,
  });
};

export const docsRoutes = (operations: readonly Operation[]): Route[] => {
  const made = new Map<string, OpenApiDocument>();
  const documentFor = (url: string): OpenApiDocument => {
    const document = made.get(url) ?? openApiDocument(operations, url);
    if (made.size < 20) made.set(url, document);
    return document;
  };
  return [
    {
      method: 'GET',
      path: '/api/docs/openapi.json',
      handle: ({ res, baseUrl }) =>
        sendJson(res, 200, documentFor(baseUrl) as unknown as Json, { 'access-control-allow-origin': '*' }),
    },
    {
      method: 'GET',
      path: '/api/docs',
      handle: ({ res, baseUrl }) =>
        sendHtml(res, 200, docsHtml(documentFor(baseUrl)), { 'content-security-policy': quietCsp }),
    },
  ];
};
