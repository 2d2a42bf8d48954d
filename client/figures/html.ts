import type { Locale } from '../messages.js';

/** What the page of the panel is made of. */
export interface FiguresPage {
  /** Where the editor lets a webview load files of the extension from. */
  readonly cspSource: string;
  /** Used once: only the script that carries it is run. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  readonly locale: Locale;
  readonly title: string;
}

/** The page of the panel: its script and its style sheet, from the extension alone, and nothing else. */
export function figuresHtml({ cspSource, nonce, script, style, locale, title }: FiguresPage): string {
  const policy = `default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
<main id="figures"></main>
<script nonce="${nonce}" src="${escapeHtml(script)}"></script>
</body>
</html>
`;
}

/** A number that nobody can guess, as the policy wants it. */
export function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (mark) => `&#${mark.charCodeAt(0)};`);
}
