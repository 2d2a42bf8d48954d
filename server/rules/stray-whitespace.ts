import type { Report } from '../report/report.js';
import { isLineEnd } from '../text/source-text.js';
import { isMarkdownText, unlikeIndents } from './indents.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule, SourceEdit } from './rule.js';
import { isSpace } from './spaces.js';

/** 多余空白: trailing blanks, blank-only lines, mixed indents. */
export const strayWhitespace: ReportRule = {
  id: 'stray-whitespace',
  group: 'punctuation',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('多余空白', 'Stray blanks'),
  finds: localized(
    '行末有空格、空行里有空格、段首空格与多数段落不一致，全文只提示一次。',
    'Blanks at line ends, lines of nothing but blanks, and indents unlike those of most paragraphs; one note for the file.',
  ),
  why: localized('看不见的空格会让排版错位，粘贴到网页上尤其明显。', 'Blanks that nobody sees push the layout out of place.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n （一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。 \n（三）深化普法宣传。开展普法活动26场次。',
        },
      },
    ],
    good: [{ parts: { signOff: '　　　　　　　　清源镇人民政府\n　　　　　　　　2025年1月10日' } }],
  },
  check(report) {
    const trailing = trailingBlanks(report);
    const blankLines = blanksOnly(report);
    const indents = unlikeIndents(report);
    if (trailing.length + blankLines.length + indents.length === 0) return NOTHING;
    const edits = [...trailing, ...blankLines, ...indents].sort((a, b) => a.span.start - b.span.start);
    const { text } = report.source;
    return oncePerFile({
      // An indent to be added shows at the first character of its line.
      places: edits.map(({ span }) => (span.start < span.end ? span : { start: span.start, end: Math.min(span.start + 1, text.length) })),
      message: localized(
        `多余空白：${describe(trailing.length, blankLines.length, indents.length)}，可一次清理`,
        `Stray blanks: ${trailing.length} at line ends, ${blankLines.length} lines of blanks, ${indents.length} indents unlike the others`,
      ),
      fix: { kind: 'safe', title: localized('清理多余空白', 'Tidy the blanks'), edits },
    });
  },
};

const NOTHING: readonly never[] = Object.freeze([]);

function describe(trailing: number, blankLines: number, indents: number): string {
  const parts = [
    trailing > 0 ? `行末空格${trailing}处` : '',
    blankLines > 0 ? `空行里有空格${blankLines}处` : '',
    indents > 0 ? `段首空格不一致${indents}处` : '',
  ];
  return parts.filter((part) => part !== '').join('、');
}

/** Markdown breaks a line with two blanks at its end. */
const MARKDOWN_BREAK = '  ';

function trailingBlanks({ source, paragraphs }: Report): SourceEdit[] {
  const { text } = source;
  const edits: SourceEdit[] = [];
  let isMarkdown: boolean | undefined;
  for (const { role, pieces } of paragraphs) {
    if (role === 'furniture') continue;
    for (const piece of pieces) {
      // Nearly every piece runs to the end of its line.
      if (piece.end === text.length || isLineEnd(text.charCodeAt(piece.end))) continue;
      const { start: lineStart, end } = source.lineSpan(source.lineAt(piece.start));
      let start = end;
      while (start > lineStart && isSpace(text.charCodeAt(start - 1))) start--;
      if (start === end) continue;
      isMarkdown ??= isMarkdownText(text);
      if (!isMarkdown || text.slice(start, end) !== MARKDOWN_BREAK) edits.push({ span: { start, end }, newText: '' });
    }
  }
  return edits;
}

/** Lines of nothing but blanks; a byte order mark in front stays. */
function blanksOnly({ source }: Report): SourceEdit[] {
  const { text } = source;
  const edits: SourceEdit[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    let from = source.startOfLine(line);
    if (text.charCodeAt(from) === 0xfeff) from++;
    let end = from;
    while (isSpace(text.charCodeAt(end))) end++;
    if (end > from && (end === text.length || isLineEnd(text.charCodeAt(end)))) edits.push({ span: { start: from, end }, newText: '' });
  }
  return edits;
}
