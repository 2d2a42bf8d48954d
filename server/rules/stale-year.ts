import type { ParagraphContent } from '../report/report.js';
import type { YearMention } from '../report/years.js';
import type { ParagraphContext, ParagraphRule, RuleFinding } from './rule.js';
import { toChineseDigits } from '../text/numerals.js';
import { localized } from './localized.js';

const SELF = '(?:我|全|本)(?:镇|乡|街道|街|局|县|区|市|委|办|厅|院|旗|州|省|单位|部门|辖区|系统|中心|队)';
/** (Y−1)年(以来|来|度)?，我镇… at the beginning of a sentence. */
const PRESENT = new RegExp(`^度?(?:以来|来)?[，,]\\s*(?:${SELF})`, 'u');
/** Sentences that look back, compare or report an honour. */
const LOOKS_BACK =
  /相比|同比|(?<!比)较(?!好|大|多|高|强|为)|比上年|[获荣]|评为|授予|表彰|(?:考核|考评|评估|评比)(?:中|第|排名|优秀|位居|获)|位居|名列|排名|(?:连续|通过|历经|经过)[一二两三四五六七八九十\d]{1,2}年|[一二两三]年(?:来|多来)|入选|(?:列为|列入|创建为|创建成为|建成为)|印发|出台|颁布|公布|施行/u;
/** X年，…将|要|继续: a plan that speaks of the future in a year that is over. */
const FUTURE = /^度?[，,][^。；]{0,40}?(?:将|(?<![主重必需只])要(?![求点素])|继续|计划|拟|力争|着力)/u;

/** 正文年份陈旧: running text that speaks of the present with another year. */
export const staleYear: ParagraphRule = {
  id: 'stale-year',
  group: 'years',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  // A comma stands behind the year: 2023年，我镇…, 2023年以来，我镇….
  triggers: ['年', '年度', '年以来', '年来', '年度以来', '年度来'].flatMap((words) => [`${words}，`, `${words},`]),
  name: localized('正文年份陈旧', 'Stale year'),
  finds: localized(
    '举措部分以上一年度开头来写本机关（“2023年以来，我镇……”），或安排部分以报告年度及以前的年份写将来（“2024年，我镇将……”）。',
    'A measures sentence that begins with last year and speaks of the agency, or a plan sentence that speaks of the future in a year that is over.',
  ),
  why: localized('多半是沿用去年的稿子没有改年份。', 'Mostly last year’s text with its year left in.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。2023年以来，我镇召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2024年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。自2022年以来，我镇已连续3年开展述法。\n（二）规范行政执法。2023年，我镇被评为全县执法先进单位。开展行政检查312次。',
        },
      },
    ],
  },
  check(paragraph, context) {
    if (context.year === undefined || (paragraph.role !== 'body' && paragraph.role !== 'opening')) return [];
    return paragraph.years.flatMap((mention) => findingFor(paragraph, mention, context, context.year ?? 0));
  },
};

function findingFor(paragraph: ParagraphContent, mention: YearMention, context: ParagraphContext, year: number): RuleFinding[] {
  const { text } = paragraph;
  const isPlan = context.kinds.includes('plan');
  const isMeasures = mention.value === year - 1 && (context.kinds.includes('measures') || paragraph.role === 'opening');
  if (mention.value > year || !mention.hasSuffix || !(isPlan || isMeasures)) return [];
  if (!isSentenceStart(text, mention.span.start) || mention.usage !== 'plain') return [];
  const after = text.slice(mention.span.end, mention.span.end + 80);
  const sentence = after.split('。', 1)[0] ?? '';
  if (
    isMeasures &&
    PRESENT.test(after) &&
    !LOOKS_BACK.test(sentence) &&
    // Where the paragraph goes on to the report year, the sentence is its background.
    !namesYear(paragraph, mention, text.length, year)
  ) {
    return [
      finding(
        text,
        mention,
        year,
        `报告年度为${year}年，这里却以${mention.value}年来写本年的工作`,
        `The report year is ${year}, but this speaks of the present in ${mention.value}`,
      ),
    ];
  }
  if (
    isPlan &&
    // What stands behind the future word is still to come, honours and documents included.
    isFuture(FUTURE.exec(after)?.[0]) &&
    !/存在|虽然|取得|完成了|下一?年|明年|来年/u.test(sentence) &&
    !namesYear(paragraph, mention, sentence.length, year + 1)
  ) {
    return [
      finding(
        text,
        mention,
        year + 1,
        `下一年度是${year + 1}年，这里却以${mention.value}年来写安排`,
        `The plan is for ${year + 1}, but this speaks of the future in ${mention.value}`,
      ),
    ];
  }
  return [];
}

function isFuture(clause: string | undefined): boolean {
  return clause !== undefined && !LOOKS_BACK.test(clause);
}

/** Whether the same sentence goes on to another year: 2023年，全镇立案17起；2024年，立案9起 compares the two. */
function namesYear(paragraph: ParagraphContent, { span }: YearMention, reach: number, year: number): boolean {
  return paragraph.years.some((other) => other.value === year && other.span.start > span.start && other.span.start < span.end + reach);
}

function finding(text: string, { span }: YearMention, year: number, chinese: string, english: string): RuleFinding {
  const isArabic = /^\d/u.test(text.slice(span.start));
  const newText = isArabic ? String(year) : toChineseDigits(year);
  return {
    span,
    message: localized(`${chinese}：请核对`, english),
    fixes: [
      {
        kind: 'choice',
        title: localized(`改为${year}年`, `Change to ${year}`),
        edits: [{ span: { start: span.start, end: span.start + 4 }, newText }],
      },
    ],
  };
}

function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 20), at).trimEnd();
  return (before === '' && at < 20) || /[。；！？：:]$/u.test(before) || /(?:[一二三四五六七八九十]是|[）)])$/u.test(before);
}
