import type { Paragraph, Report } from '../report/report.js';
import { readYears } from '../report/years.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';

/** 上一年度 at the beginning of a heading that stands for the reporting period. */
const LAST_YEAR = /^(?:上一年度?|上年度)/u;
/** 上一年度督察反馈问题整改: a matter of the former year. */
const FORMER_MATTER = /^(?:的)?[^，。；、]{0,8}(?:反馈|督察|督查|巡察|巡视|考核|考评|遗留|问题整改)/u;
/** Words of an opening that stand for the reporting period, and what names it instead. */
const RELATIVE: readonly (readonly [RegExp, string])[] = Object.freeze([
  [/今年(?:以来)?(?=[，,我全本])/u, '年'],
  [/本年度?/u, '年度'],
  [/上一?年度/u, '年度'],
  [/(?:过去)?一年(?:以)?来/u, '年'],
  [/过去(?:的)?一年/u, '年'],
] as const);

/** 只写相对年份: the opening or the headings name the reporting period only in relation to today. */
export const relativeYear: ReportRule = {
  id: 'relative-year',
  group: 'years',
  scope: 'report',
  severity: 'information',
  fixable: 'choice',
  name: localized('只写相对年份', 'Relative year'),
  finds: localized(
    '标题和开头都没有写明年份，只说“今年以来”“上一年度”；或者各部分标题写“上一年度……”（全文只提示一次）。',
    'Title and opening never name the year but say 今年以来 or 上一年度; or headings say 上一年度 (one note for the file).',
  ),
  why: localized(
    '“上一年度”是规定原文的说法，报告公开以后，读者要知道是哪一年。',
    'The wording is the regulation’s own, but readers of a published report need to know which year is meant.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、上一年度推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: { opening: '今年以来，清源镇扎实推进法治政府建设。现将有关情况报告如下：' },
        note: localized('标题已经写明年份，开头可以说“今年以来”。', 'The title names the year, so the opening may say 今年以来.'),
      },
    ],
  },
  check(report) {
    const year = report.year?.value;
    return year === undefined ? [] : [...openingFinding(report, year), ...headingFindings(report, year)];
  },
};

function headingFindings(report: Report, year: number): RuleFinding[] {
  const headings = report.allHeadings.filter(({ text }) => text.startsWith('上'));
  const places = headings.flatMap(({ kinds, text, textSpan }): Span[] => {
    if (!kinds.some((kind) => kind !== 'plan')) return [];
    const match = LAST_YEAR.exec(text);
    if (match === null || FORMER_MATTER.test(text.slice(match[0].length)) || readYears(text).length > 0) return [];
    return [{ start: textSpan.start, end: textSpan.start + match[0].length }];
  });
  const first = places[0];
  if (first === undefined) return [];
  const word = report.source.slice(first);
  const newText = `${year}年度`;
  return oncePerFile({
    places,
    message: localized(
      places.length > 1 ? `${places.length}个标题只写“${word}”：宜写明“${newText}”` : `标题只写“${word}”：宜写明“${newText}”`,
      `${places.length} headings say ${word} only: better name the year, ${newText}`,
    ),
    fix: {
      kind: 'choice',
      title: localized(
        places.length > 1 ? `${places.length}处都改为“${newText}”` : `改为“${newText}”`,
        `Change to ${newText} in ${places.length} headings`,
      ),
      edits: places.map((span) => ({ span, newText: report.source.slice(span).endsWith('度') ? newText : `${year}年` })),
    },
  });
}

function openingFinding(report: Report, year: number): RuleFinding[] {
  if (report.title === undefined || namesYear(report.title.text, year) || report.repeatedTitles.some(({ text }) => namesYear(text, year)))
    return [];
  const openings = report.paragraphs.filter(({ role }) => role === 'opening');
  const last = openings.at(-1);
  if (last === undefined || openings.some(({ text }) => namesYear(text, year))) return [];
  // The paragraph behind the opening counts, for the formula often stands alone.
  const next = report.paragraphs.slice(report.paragraphs.indexOf(last) + 1).find(({ role }) => role === 'body');
  if (next !== undefined && namesYear(next.text, year)) return [];
  return [relativeWord(openings, year) ?? formulaFinding(report, openings, year)].filter((finding) => finding !== undefined);
}

function namesYear(text: string, year: number): boolean {
  const years = readYears(text).filter(({ value }) => value === year);
  // Without a mark that opens a name or a number no year is of a document.
  if (years.length === 0 || !/[《〔[［﹝(（]/u.test(text)) return years.length > 0;
  return years.some(({ usage }) => usage !== 'document-name' && usage !== 'document-number');
}

function relativeWord(openings: readonly Paragraph[], year: number): RuleFinding | undefined {
  for (const paragraph of openings) {
    for (const [pattern, unit] of RELATIVE) {
      const match = pattern.exec(paragraph.text);
      if (match === null) continue;
      const span = paragraph.toSource({ start: match.index, end: match.index + match[0].length });
      const newText = `${year}${unit}${match[0].endsWith('以来') ? '以来' : ''}`;
      return unnamed(span, localized(`开头只说“${match[0]}”`, `The opening says ${match[0]} only`), {
        kind: 'choice',
        title: localized(`改为“${newText}”`, `Change to ${newText}`),
        edits: [{ span, newText }],
      });
    }
  }
  return undefined;
}

function formulaFinding(report: Report, openings: readonly Paragraph[], year: number): RuleFinding | undefined {
  const formula = report.openingFormulas[0]?.span;
  const span = formula ?? openings[0]?.pieces[0];
  if (span === undefined) return undefined;
  const opener = formula === undefined ? null : /^(?:现将|现就|现把|特将)/u.exec(report.source.slice(formula));
  const at = span.start + (opener?.[0].length ?? 0);
  return unnamed(
    span,
    localized('开头没有写年份', 'The opening names no year'),
    opener === null
      ? undefined
      : {
          kind: 'choice',
          title: localized(`写明“${year}年”`, `Name ${year}`),
          edits: [{ span: { start: at, end: at }, newText: `${year}年` }],
        },
  );
}

function unnamed(span: Span, what: { readonly 'zh-CN': string; readonly en: string }, fix: Fix | undefined): RuleFinding {
  return {
    span,
    message: localized(
      `${what['zh-CN']}，标题里也没有年份：请写明报告的是哪一年`,
      `${what.en}, and the title has no year either: name the year that is reported`,
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}
