import type { Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import type { Fix, ReportRule } from './rule.js';
import { foldDigits } from '../text/numerals.js';
import { BLANK } from '../report/skeleton.js';
import { selectFirstBlank } from './blanks.js';
import { localized } from './localized.js';

const DATE =
  /\d{4}\s*(?:年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[-./]\d{1,2}[-./]\d{1,2})|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/u;
const PUBLISHER =
  /(?:来源|发布机构|发布单位|发布机关|发文机关|发文单位|机构名称|公开机构|制发机关|公开单位)\s*[：:]\s*[\u4e00-\u9fff]{3,}/u;

/** 没有落款: no agency and date at the end. */
export const signOffMissing: ReportRule = {
  id: 'sign-off-missing',
  group: 'structure',
  scope: 'report',
  severity: 'information',
  fixable: 'choice',
  name: localized('没有落款', 'Missing sign-off'),
  finds: localized(
    '结尾没有署名和日期（标题下或网页信息里已有的不算）。',
    'No agency and date at the end, unless title block or page metadata carry both.',
  ),
  why: localized('报送上级的文本要有署名和成文日期。', 'A report that is sent up is signed and dated.'),
  basis: localized('GB/T 9704—2012 7.3.5：署名和成文日期', 'GB/T 9704—2012, 7.3.5: signature and date'),
  examples: {
    bad: [{ parts: { signOff: null } }],
    good: [
      { parts: {} },
      { parts: { title: '清源镇2024年法治政府建设情况报告\n——2025年1月12日在清源镇第十九届人民代表大会第五次会议上', signOff: null } },
    ],
  },
  check(report) {
    if (!report.isReport && report.sections.length === 0) return [];
    const { signOff } = report;
    if ((signOff?.agency !== undefined && signOff.date !== undefined) || isSignedAbove(report)) return [];
    const lacksAgency = signOff?.agency === undefined;
    const lacksDate = signOff?.date === undefined;
    const message =
      lacksAgency && lacksDate
        ? localized('没有落款：结尾请写明机关名称和成文日期', 'No sign-off: put agency and date at the end')
        : lacksDate
          ? localized('落款没有日期：请写明成文日期', 'The sign-off has no date')
          : localized('落款没有署名：请写明机关名称', 'The sign-off names no agency');
    return [{ span: signOff?.span ?? lastClause(report), message, fixes: lacksAgency && lacksDate ? [insertFix(report)] : [] }];
  },
};

/** Whether page metadata or the title block carries agency and date. */
export function isSignedAbove(report: Report): boolean {
  const bodyStart = report.headings[0]?.span.start ?? Number.POSITIVE_INFINITY;
  const end = report.paragraphs.findIndex(({ pieces }) => (pieces[0]?.start ?? 0) >= bodyStart);
  const above = report.paragraphs
    .slice(0, end < 0 ? undefined : end)
    .filter(({ role }) => role === 'furniture' || role === 'title' || role === 'sign-off');
  const hasDate = report.titleBlockDate !== undefined || above.some(({ text }) => DATE.test(foldDigits(text)));
  const from = report.agency?.from;
  const hasAgency =
    from === 'title' || from === 'title-block' || above.some(({ role, text }) => role === 'furniture' && PUBLISHER.test(text));
  return hasDate && hasAgency;
}

function lastText(report: Report): Span | undefined {
  return report.paragraphs
    .findLast(({ role }) => role === 'body' || role === 'opening' || role === 'heading' || role === 'title')
    ?.pieces.at(-1);
}

/** The last clause of the last line of text. */
function lastClause(report: Report): Span {
  const line = lastText(report) ?? { start: 0, end: 0 };
  const text = report.source.slice(line);
  const cut = Math.max(
    text.lastIndexOf('，', text.length - 2),
    text.lastIndexOf('。', text.length - 2),
    text.lastIndexOf('；', text.length - 2),
    text.lastIndexOf(',', text.length - 2),
  );
  return { start: line.start + cut + 1, end: line.end };
}

function insertFix(report: Report): Fix {
  const at = lastText(report)?.end ?? report.source.text.length;
  const eol = report.source.lineEnd;
  const agency = report.agency?.name ?? BLANK;
  const year = report.year === undefined ? BLANK : String(report.year.value + 1);
  const newText = `${eol}${eol}${agency}${eol}${year}年${BLANK}月${BLANK}日`;
  return {
    kind: 'choice',
    title: localized('在结尾插入落款', 'Insert a sign-off'),
    edits: [{ span: { start: at, end: at }, newText }],
    ...selectFirstBlank(at, newText),
  };
}
