import type { Report } from '../report/report.js';
import { unlikeIndents } from './indents.js';
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

function trailingBlanks(report: Report): SourceEdit[] {
  const { source } = report;
  const isMarkdown = source.text.startsWith('#') || /(?:\n|\r)#{1,6} /u.test(source.text);
  return report.paragraphs
    .filter(({ role }) => role !== 'furniture')
    .flatMap(({ pieces }) =>
      pieces.flatMap((piece): SourceEdit[] => {
        const { start: lineStart, end } = source.lineSpan(source.lineAt(piece.start));
        let start = end;
        while (start > lineStart && isSpace(source.text.charCodeAt(start - 1))) start--;
        const isBreak = isMarkdown && source.text.slice(start, end) === MARKDOWN_BREAK;
        return start === end || isBreak ? [] : [{ span: { start, end }, newText: '' }];
      }),
    );
}

/** Lines of nothing but blanks; a byte order mark in front stays. */
function blanksOnly({ source }: Report): SourceEdit[] {
  const edits: SourceEdit[] = [];
  for (let line = 0; line < source.lineCount; line++) {
    const { start, end } = source.lineSpan(line);
    let from = start;
    if (source.text.charCodeAt(from) === 0xfeff) from++;
    let at = from;
    while (at < end && isSpace(source.text.charCodeAt(at))) at++;
    if (at === end && from < end) edits.push({ span: { start: from, end }, newText: '' });
  }
  return edits;
}
