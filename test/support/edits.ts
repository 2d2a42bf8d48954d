import fc from 'fast-check';

/** What may be typed or pasted anywhere. */
const WORDS = [
  ...['', '法', '，', '。', '；', '：', ' ', '\t', '\n', '\r', '\r\n', '\n\n', '#', '## ', '**', '|'],
  ...['一、', '（二）', '3.', '第一，', '①', '1.12345', '《', '”', '2024年', '2025年1月10日', '附件：1.', '来源：本站'],
  ...['，其中现场检查312次', '开展防讯演练3次', '《督查工作规定》', '一是', '36次', '0件', '约', '的的', '&nbsp;', '“', '（', '2026年'],
  ...['清源镇人民政府', '现将有关情况报告如下：', '\n二、存在的不足和原因\n', '\n下一步工作安排\n', '2023年法治政府建设情况报告\n'],
];

/** One edit of a text; places are shares of its length. */
export type Edit =
  | { readonly kind: 'replace'; readonly at: number; readonly length: number; readonly words: string }
  | { readonly kind: 'number-line' | 'remove-line' | 'join-line' | 'repeat-lines'; readonly at: number }
  | { readonly kind: 'line-ends'; readonly words: string }
  | { readonly kind: 'undo' };

const place = fc.double({ min: 0, max: 1, noNaN: true });
/** Edits of all kinds. */
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('replace' as const), at: place, length: fc.nat(5), words: fc.constantFrom(...WORDS) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('number-line', 'remove-line', 'join-line', 'repeat-lines'), at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('line-ends' as const), words: fc.constantFrom('\n', '\r\n', '\r') }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
);

/** The text after an edit. @param texts all versions so far, the present one last. */
export function applyEdit(edit: Edit, texts: readonly string[]): string {
  const text = texts.at(-1) ?? '';
  if (edit.kind === 'undo') return texts.at(-2) ?? text;
  if (edit.kind === 'line-ends') return text.replace(/\r\n?|\n/gu, edit.words);
  const at = Math.floor(edit.at * text.length);
  if (edit.kind === 'replace') return text.slice(0, at) + edit.words + text.slice(at + edit.length);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.includes('\n', at) ? text.indexOf('\n', at) + 1 : text.length;
  if (edit.kind === 'number-line') return `${text.slice(0, lineStart)}（一）${text.slice(lineStart)}`;
  if (edit.kind === 'remove-line') return text.slice(0, lineStart) + text.slice(lineEnd);
  if (edit.kind === 'join-line') return text.slice(0, Math.max(0, lineEnd - 1)) + text.slice(lineEnd);
  return text.slice(0, lineEnd) + text.slice(Math.max(0, lineStart - 200), lineEnd) + text.slice(lineEnd);
}
