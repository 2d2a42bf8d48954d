import type { Report, Section } from '../report/report.js';
import { readYears, type YearMention } from '../report/years.js';
import { localized } from './localized.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { sectionsOfKind } from './section-facts.js';

/** Words of a heading that stand for the next year, and how they read with the year instead. */
const NEXT_YEAR = /(?:下一年度?|下年度|明年|来年)(?:度)?/u;
const NEXT_STEP = /下一?步(?:工作)?(?:的)?|今后(?:一[个段]时期)?(?:的)?(?:工作)?(?:的)?/u;
/** “十五五”开局之年: the year is told without its number. */
const KNOWN_YEAR = /(?:开局|收官|起步|启动|决胜)之年/u;
/** X年，我镇将…: a plan that speaks of a year that is over; `stale-year` has that. */
const FUTURE = /^度?[，,][^。；]{0,40}(?:将|(?<![主重必需只])要(?![求点素])|继续|计划|拟|力争)/u;

/** 安排没有年份: the plan never names the year that it is for. */
export const planWithoutYear: ReportRule = {
  id: 'plan-without-year',
  group: 'years',
  scope: 'report',
  severity: 'hint',
  fixable: 'choice',
  name: localized('安排没有年份', 'Plan without a year'),
  finds: localized(
    '下一年度安排的标题、小标题和正文从头到尾没有写出下一年是哪一年。',
    'Neither the heading of the plan nor anything below it names the next year.',
  ),
  why: localized(
    '“下一年度”是规定原文的说法；写明年份，才看得出安排是今年新写的。',
    'The wording 下一年度 is the regulation’s own; a year shows that the plan is not last year’s.',
  ),
  examples: {
    bad: [
      {
        parts: {
          plan: '四、下一年度推进法治政府建设的主要安排\n我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          plan: '四、下一年度推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
  },
  check(report) {
    const year = report.year?.value;
    if (year === undefined) return [];
    const sections = sectionsOfKind(report, 'plan');
    const [first] = sections;
    if (first === undefined || sections.some((section) => namesNextYear(report, section, year + 1))) return [];
    return [findingFor(report, first, year + 1)];
  },
};

/** Whether a year, or a word that is as good, tells what year the plan is for; a wrong year is left to other rules. */
function namesNextYear(report: Report, section: Section, next: number): boolean {
  const heading = readYears(section.heading.text);
  const isInName = section.heading.text.includes('《');
  if (heading.some((found) => found.value !== next - 1 && !(isInName && found.usage === 'document-name'))) return true;
  const isPlanAlone = section.kinds.length === 1;
  if (isPlanAlone && heading.length > 0) return true;
  const text = report.source.slice(section.span);
  return (
    readYears(text).some((found) => (found.value >= next ? isNamed(text, found) : speaksOfFuture(text, found))) || KNOWN_YEAR.test(text)
  );
}

/** Whether a mention names a year for itself, not as the end of a document's period. */
function isNamed(text: string, { usage, span }: YearMention): boolean {
  if (usage === 'document-name' || usage === 'document-number') return false;
  // （2021—2025年）: the end of a long period names no year.
  return usage !== 'period' || !/20\d{2} ?年?[—–\-~～－至到]{1,2} ?$/u.test(text.slice(Math.max(0, span.start - 10), span.start));
}

function speaksOfFuture(text: string, { usage, span }: YearMention): boolean {
  return usage === 'plain' && FUTURE.test(text.slice(span.end, span.end + 60));
}

function findingFor(report: Report, { heading, kinds }: Section, next: number): RuleFinding {
  const fix = yearFix(report, heading.textSpan.start, heading.text, next, kinds.length === 1);
  return {
    span: heading.span,
    message: localized(
      `这一部分没有写出下一年是哪一年：请写明“${next}年”`,
      `Nothing in this section names the year that the plan is for: name ${next}`,
    ),
    fixes: fix === undefined ? [] : [fix],
  };
}

function yearFix(report: Report, start: number, text: string, next: number, isPlanAlone: boolean): Fix | undefined {
  const year = NEXT_YEAR.exec(text);
  const step = year === null ? NEXT_STEP.exec(text) : null;
  const found = year ?? step;
  if (found === null && !isPlanAlone) return undefined;
  const at = start + (found?.index ?? 0);
  const span = { start: at, end: at + (found?.[0].length ?? 0) };
  if (found !== null && report.source.slice(span) !== found[0]) return undefined;
  const newText = `${next}年${year === null ? (step === null ? '' : '工作') : year[0].endsWith('度') ? '度' : ''}`;
  return {
    kind: 'choice',
    title:
      found === null
        ? localized(`写明“${newText}”`, `Name ${next}`)
        : localized(`“${found[0]}”改为“${newText}”`, `Change ${found[0]} to ${newText}`),
    edits: [{ span, newText }],
  };
}
