import type { Heading, Report, Section, SectionKind } from '../report/report.js';
import { readYears, type YearMention, type YearUsage } from '../report/years.js';
import type { Span } from '../text/span.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { toChineseDigits } from '../text/numerals.js';
import { localized } from './localized.js';

/** 年份不符: a year in a place that must name the report year names another. */
export const yearMismatch: ReportRule = {
  id: 'year-mismatch',
  group: 'years',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('年份不符', 'Year mismatch'),
  finds: localized(
    '标题、开头语、举措／不足／职责标题里的年份与报告年度不同；安排标题写了年份却没有下一年；落款年份不是报告年度或下一年；又有一个不同年份的标题。',
    'A year in a measures, shortcomings or duties heading or in the opening formula is not the report year, a plan heading names years but not the next, the sign-off is of another year, or a second title names another year.',
  ),
  why: localized(
    '在去年的稿子上改写，最常漏掉的就是标题里的年份，公开后会成为笑柄。',
    'Last year’s year left in a heading is the slip that readers notice first.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2023年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          plan: '四、2024年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
      { parts: { opening: '过去一年，清源镇扎实推进法治政府建设。现将2023年法治政府建设情况报告如下：' } },
      { parts: { signOff: '清源镇人民政府\n2023年1月10日' } },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）荣获2023年度平安建设先进镇。开展行政检查312次，较2023年增长12%。\n（二）向镇人大报告2023年度法治政府建设情况。召开专题会议4次。',
        },
        note: localized('荣誉、对比和往年报告的年份都是正当的。', 'Honours, comparisons and last year’s report are legitimate.'),
      },
    ],
  },
  check(report) {
    const year = report.year?.value;
    if (year === undefined) return [];
    return [
      ...secondTitles(report, year),
      ...openingFindings(report, year),
      ...headingFindings(report, year),
      ...signOffFindings(report, year),
    ];
  },
};

/** How the message names Y: 标题为2024年度. */
function yearSource(report: Report, year: number): string {
  return report.year?.from === 'title' ? `标题为${year}年度` : `报告年度为${year}年`;
}

function mismatch(report: Report, span: Span, found: YearMention, year: number, expected: number): RuleFinding {
  const related =
    report.year === undefined || report.year.from === 'headings'
      ? []
      : [{ span: report.year.span, message: localized('报告年度写在这里', 'The report year stands here') }];
  const wanted = expected === year ? '' : `，下一年度应为${expected}年`;
  return {
    span,
    message: localized(
      `${yearSource(report, year)}${wanted}，此处写作${found.value}年：请核对`,
      `The report year is ${year}${expected === year ? '' : `, so this should be ${expected}`}, but ${found.value} stands here`,
    ),
    related,
    fixes: [replaceYear(report, span, expected)],
  };
}

/** One edit that puts another year in the writing of the one that stands there. */
function replaceYear(report: Report, span: Span, year: number): Fix {
  const own = report.source.slice(span);
  const digits = /^[一二三四五六七八九〇零○OОΟ]/u.test(own) ? toChineseDigits(year) : String(year);
  const length = 4;
  return {
    kind: 'choice',
    title: localized(`改为${year}年`, `Change to ${year}`),
    edits: [{ span: { start: span.start, end: span.start + length }, newText: digits }],
  };
}

function secondTitles(report: Report, year: number): RuleFinding[] {
  return report.repeatedTitles.flatMap((title) => {
    const text = report.source.slice(title.span);
    const found = readYears(text).find(({ usage }) => usage !== 'period' && usage !== 'date');
    return found === undefined || found.value === year ? [] : [mismatch(report, shift(found.span, title.span.start), found, year, year)];
  });
}

function openingFindings(report: Report, year: number): RuleFinding[] {
  return report.openingFormulas.flatMap(({ span }) => {
    const text = report.source.slice(span);
    const years = readYears(text);
    if (years.every(({ value }) => value === year)) return [];
    // Beside the report year another is a second subject: 2023年度法治政府建设情况及2022年度问题整改情况.
    if (years.some(({ value, usage }) => value === year && !OTHER_YEARS.has(usage))) return [];
    return years
      .filter(({ usage }) => usage !== 'period' && !OTHER_YEARS.has(usage))
      .filter(
        (found) =>
          !(
            found.value === year ||
            // A report to a people's congress may cover a span: 现将2008年以来的……
            (found.value < year - 1 && text.startsWith('以来', found.span.end)) ||
            (found.value === year + 1 && /^度?[^，。]{0,16}(?:安排|计划|打算|思路|重点|要点)/u.test(text.slice(found.span.end)))
          ),
      )
      .map((found) => mismatch(report, shift(found.span, span.start), found, year, year));
  });
}

function headingFindings(report: Report, year: number): RuleFinding[] {
  const topKinds = new Set<SectionKind>();
  const sectionOf = new Map<Heading, Section>();
  for (const section of report.sections) {
    sectionOf.set(section.heading, section);
    for (const kind of section.kinds) topKinds.add(kind);
  }
  const findings: RuleFinding[] = [];
  for (const heading of report.allHeadings) {
    const section = sectionOf.get(heading);
    if (section?.themed === true) continue;
    // Below level 1 only a heading that stands for its kind is held to its year.
    const kinds = section?.kinds ?? (heading.kinds.some((kind) => !topKinds.has(kind)) ? heading.kinds : []);
    if (kinds.length > 0) findings.push(...headingFinding(report, heading, kinds, year));
  }
  return findings;
}

function headingFinding(report: Report, heading: Heading, kinds: readonly SectionKind[], year: number): RuleFinding[] {
  const text = report.source.slice(heading.textSpan);
  const all = readYears(text);
  const hasPlan = kinds.includes('plan');
  const isPlanAlone = hasPlan && kinds.length === 1;
  // Nearly every heading names the year that it should: what it says of it matters for others alone.
  if (all.every(({ value }) => value === (isPlanAlone ? year + 1 : year))) return [];
  const years = all.filter(({ usage, span }) => !OTHER_YEARS.has(usage) && !EARLIER_MATTER.test(text.slice(span.end, span.end + 20)));
  if (years.length === 0) return [];
  const at = (found: YearMention): Span => shift(found.span, heading.textSpan.start);
  if (isPlanAlone) {
    const isNext = years.some(({ value }) => value === year + 1) || years.some(({ usage, value }) => usage === 'period' && value > year);
    const first = years[0];
    return isNext || first === undefined ? [] : [mismatch(report, at(first), first, year, year + 1)];
  }
  return years
    .filter(({ usage, value }) => usage !== 'period' && value !== year && !(hasPlan && value === year + 1))
    .map((found) => mismatch(report, at(found), found, year, hasPlan && found === years.at(-1) && years.length > 1 ? year + 1 : year));
}

/** Uses of a year that say nothing of the reporting period. */
const OTHER_YEARS: ReadonlySet<YearUsage> = new Set<YearUsage>(['document-name', 'document-number', 'since', 'comparison', 'date']);

/** 2023年度督察反馈问题整改情况: a matter of the former year that was dealt with in this. */
const EARLIER_MATTER = /^度?[^，。；、]{0,8}(?:反馈|督察|巡察|巡视|考核|评议|问题整改|遗留)/u;

function signOffFindings(report: Report, year: number): RuleFinding[] {
  const date = report.signOff?.date;
  if (date === undefined) return [];
  const { reading, span } = date;
  const signed =
    reading.form === 'date' ? reading.date.year : reading.form === 'digits' ? Number(reading.digits.slice(0, 4)) : reading.year;
  if (signed === undefined || signed === year || signed === year + 1 || signed < 1000) return [];
  return [
    {
      span,
      message: localized(
        `${yearSource(report, year)}，落款却是${signed}年：${year}年度的报告应在${year}年底或${year + 1}年初印发`,
        `The report year is ${year}, but the sign-off is of ${signed}`,
      ),
      fixes: [year + 1, year].map((value) => replaceSignOffYear(report, span, value)),
    },
  ];
}

function replaceSignOffYear(report: Report, span: Span, year: number): Fix {
  const text = report.source.slice(span);
  const offset = Math.max(text.search(/\d{4}|[０-９]{4}|[一二三四五六七八九〇零○OОΟ]{4}/u), 0);
  return replaceYear(report, { start: span.start + offset, end: span.end }, year);
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
