import { HEADING_VERBS } from '../knowledge/heading-verbs.js';
import type { Heading, Paragraph, Report } from '../report/report.js';
import { foldDigits } from '../text/numerals.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** A part of the year: 上半年, 前三季度, 第三季度, 1至10月 (not 1至12月). */
const PART =
  /(?:上|下)半年|(?:前[一二三两]|第?[一二三四])个?季度|(?<!\d)1月?份?(?:至|到|[-—–~～－])(?:[2-9]|1[01])月|(?<![十一二])一月?至[二三四五六七八九十]{1,2}月(?!\d)/gu;
/** What every such part holds, before digits are folded. */
const MAY_BE_PART = /半年|季度|一月?至|[1１]月?份?[至到\-—–~～－]/u;
const FROM_JANUARY: readonly string[] = Object.freeze(
  [...'1１'].flatMap((month) => ['', '月', '份', '月份'].flatMap((word) => [...'至到-—–~～－'].map((mark) => month + word + mark))),
);
/** What follows where a matter of one part of the year is spoken of, not the period of the report. */
const MATTER_AFTER = /^(?:度|的)?[^，。；、]{0,8}(?:督察|督查|反馈|巡察|巡视|考核|考评|通报|问题整改|遗留|普法(?:季|月)|相比|对比)/u;
const COMPARED_BEFORE = /(?:较|比|同比|自|与)$/u;
/** How a heading goes on whose part of the year is the period of the report. */
const PERIOD_AFTER = new RegExp(`^(?:度|的)?[，,、]?(?:推进|法治|主要|重点|工作|全面|依法|总体|开展|执法|普法|行政|${HEADING_VERBS})`, 'u');
/** Headings that tell the year part by part. */
const OTHER_PART = /^(?:20\d{2}年?)?(?:年初|年中|年底|年末|年终|全年|[上下]半年|第?[一二三四]季度|\d{1,2}月)/u;

const AS_OF =
  /截[至止]到?(?:(?<now>目前|现在|今日)|(?:(?<year>20\d{2}) ?年)?(?<month>\d{1,2}) ?月(?:份|(?<day>\d{1,2}) ?日|(?<end>底|末))?)/gu;

/** 报告时段不足全年: words of a half-year or of a date before the end of the year. */
export const partialYear: ReportRule = {
  id: 'partial-year',
  group: 'years',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  triggers: ['半年', '季度', '一至', '一月至', ...FROM_JANUARY, '截至', '截止'],
  name: localized('时段不足全年', 'Part of the year only'),
  finds: localized(
    '标题写“上半年”“三季度”“1至10月”；举措部分的数据写“截至目前”“截至10月”，没有到年底（全文只提示一次）。',
    'A heading speaks of a part of the year (上半年, 三季度, 1至10月); figures in the measures section stop before the end of the year (截至目前, 截至10月; one note for the file).',
  ),
  why: localized(
    '年度报告写的是全年，半年总结的字样或没有更新到年底的数据，多是从别的材料里带来的。',
    'An annual report covers the whole year; such words mostly come from a half-year paper.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年上半年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。截至10月底，开展行政检查312次；截至目前，办理案件18件。',
        },
        note: localized('数据没有到年底的，是一条提示，不是警告。', 'Figures that stop early are a note, not a warning.'),
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。上半年召开会议2次，下半年召开会议2次。\n（二）规范行政执法。截至12月31日，开展行政检查312次。',
        },
      },
    ],
  },
  check(report, candidates) {
    const periods = candidates.some(({ text }) => MAY_BE_PART.test(text)) ? periodFindings(report) : [];
    return [...periods, ...earlyFigures(report, candidates)];
  },
};

function periodFindings(report: Report): RuleFinding[] {
  const inTitle = report.title === undefined ? undefined : titlePeriod(report.source.slice(report.title.span), report.title.span.start);
  if (inTitle !== undefined) return [periodFinding(report, inTitle)];
  const places = report.allHeadings.flatMap((heading) => headingPeriods(report, heading));
  if (places.length === 0) return [];
  const words = new Set(places.map(({ start }) => report.source.text.charAt(start)));
  // （一）上半年工作…（二）下半年工作… together are the whole year.
  const parts = new Set(
    report.allHeadings
      .filter((heading) => !isPlanned(heading))
      .flatMap(({ text }) => OTHER_PART.exec(foldDigits(text).replace(/\s/gu, ''))?.[0] ?? []),
  );
  if (parts.size > 1) return [];
  if (words.has('上') && words.has('下')) return [];
  return places.map((span) => periodFinding(report, span));
}

/** 上半年 in the title: a half-year report throughout, so that its headings are not counted again. */
function titlePeriod(title: string, start: number): Span | undefined {
  const match = [...foldDigits(title).matchAll(PART)][0];
  return match === undefined ? undefined : { start: start + match.index, end: start + match.index + match[0].length };
}

function headingPeriods(report: Report, heading: Heading): Span[] {
  if (heading.isSentence) return [];
  const written = report.source.slice(heading.textSpan);
  if (!MAY_BE_PART.test(written)) return [];
  const text = foldDigits(written);
  const isPlan = heading.kinds.length === 1 && heading.kinds[0] === 'plan';
  return [...text.matchAll(PART)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 20);
    if (MATTER_AFTER.test(after) || COMPARED_BEFORE.test(before)) return [];
    if (heading.level > 1 && (isPlanned(heading) || !(/^(?:20\d{2}年?度?)?$/u.test(before) && PERIOD_AFTER.test(after)))) return [];
    // 2025年上半年工作安排: the first half of the next year may well be planned by itself.
    if (isPlan && report.year !== undefined && before.includes(String(report.year.value + 1))) return [];
    const start = heading.textSpan.start + match.index;
    return [{ start, end: start + match[0].length }];
  });
}

/** Part of a section that plans, or a sentence in a list rather than a heading. */
function isPlanned(heading: Heading): boolean {
  let top = heading;
  while (top.parent !== undefined) top = top.parent;
  return top.kinds.includes('plan') || /\d余?[次件人场名份起条项户家期个]/u.test(heading.text);
}

function periodFinding(report: Report, span: Span): RuleFinding {
  const word = report.source.slice(span);
  return {
    span,
    message: localized(
      `标题写的是“${word}”，年度报告应写全年：请核对是不是从半年或季度材料里带来的`,
      `The heading speaks of ${word}, but an annual report covers the whole year: check whether it comes from another paper`,
    ),
  };
}

function earlyFigures(report: Report, candidates: readonly Paragraph[]): RuleFinding[] {
  const year = report.year?.value;
  const places = candidates
    .filter((paragraph) => isMeasures(paragraph) && paragraph.text.includes('截'))
    .flatMap((paragraph) =>
      [...foldDigits(paragraph.text).matchAll(AS_OF)]
        .filter((match) => isEarly(match, year))
        .map((match) => paragraph.toSource({ start: match.index, end: match.index + match[0].length })),
    );
  const first = places[0];
  if (first === undefined) return [];
  const word = report.source.slice(first);
  const count = places.length > 1 ? `全文${places.length}处，` : '';
  return oncePerFile({
    places,
    severity: 'information',
    message: localized(
      `“${word}”的数据没有写到年底（${count}年度报告应为全年数据）：请更新到12月31日`,
      `The figures of ${word} stop before the end of the year (${places.length} in the file): bring them up to 31 December`,
    ),
  });
}

function isMeasures({ role, section }: Paragraph): boolean {
  const kinds = section?.kinds ?? [];
  return (role === 'body' || role === 'heading') && kinds.includes('measures') && !kinds.includes('plan');
}

function isEarly({ groups }: RegExpExecArray, reportYear: number | undefined): boolean {
  if (groups?.['now'] !== undefined) return true;
  const month = Number(groups?.['month']);
  const day = groups?.['day'] === undefined ? undefined : Number(groups['day']);
  // Another year compares, or (the next one) covers the whole of this.
  if (groups?.['year'] !== undefined && Number(groups['year']) !== reportYear) return false;
  if (month < 1 || month > 12) return false;
  return month < 12 || (day !== undefined && day < 30);
}
