import { escapeHtml } from './headers.ts';

const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#22262b;--soft:#5d6670;--line:#e3dfd6;--card:#fff;--accent:#0b6e4f;--code:#f1eee6}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#e9e7e2;--soft:#a3aab2;--line:#2d3338;--card:#1c2024;--accent:#6fd0ac;--code:#23282d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,-apple-system,"Segoe UI","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
a{color:var(--accent)}a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
header,main,footer{max-width:46rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;gap:1rem;justify-content:space-between;align-items:baseline;padding-top:1.5rem;padding-bottom:1rem;border-bottom:1px solid var(--line)}
header a{text-decoration:none}.brand{font-weight:700;letter-spacing:.01em;color:var(--ink)}
h1{font-size:clamp(1.6rem,4vw,2.2rem);line-height:1.2;margin:2.2rem 0 .4rem;text-wrap:balance}
h2{font-size:1.2rem;margin:2.4rem 0 .6rem}
.meta{color:var(--soft);font-size:.9rem;margin:0 0 1.6rem}
p{margin:0 0 1.1rem}ul.plain{list-style:none;padding:0;margin:0}ul.plain li{padding:.35rem 0}
footer{color:var(--soft);font-size:.9rem;margin-top:3rem;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--line)}
code,pre{font:13.5px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace}code{background:var(--code);padding:.1em .35em;border-radius:4px}
`;

export interface Page {
  readonly title: string;
  readonly language: string;
  readonly brand: string;
  /** Already HTML. */
  readonly main: string;
  readonly headerLinks?: string;
  readonly footer?: string;
  readonly extraStyle?: string;
}

/** A quiet page for reading: no script, no request to anywhere, light or dark as the reader's system is. */
export const readingPage = (page: Page): string => `<!doctype html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(page.title)} · ${escapeHtml(page.brand)}</title>
<style>${style}${page.extraStyle ?? ''}</style>
</head>
<body>
<header><a class="brand" href="/">${escapeHtml(page.brand)}</a><nav>${page.headerLinks ?? ''}</nav></header>
<main>
${page.main}
</main>
${page.footer === undefined ? '' : `<footer>${page.footer}</footer>`}
</body>
</html>
`;
