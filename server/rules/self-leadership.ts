import type { AgencyKind, Paragraph, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { isQuoted, ownBody } from './own-body.js';
import type { ReportRule } from './rule.js';

/** 在……领导下, 在……正确领导和……支持下; the leaders are what stands between. */
const LEADERSHIP =
  /在(?<leaders>[^，。；：,;:在]{1,48}?)(?:的)?(?:(?:正确|坚强|统一|有力|直接|具体|亲切|关心|全面)[、和与]?)*领导(?=下|和|、|与|及|以及)/gu;

/** How a body of a kind names its own government among leaders, behind a mark, a joining word or its own name. */
const OWN_GOVERNMENT: Readonly<Partial<Record<AgencyKind, string>>> = {
  town: '镇(?:人民)?政府|镇(?:党委|委)[、和]?(?:人民)?政府|镇两委',
  township: '乡(?:人民)?政府|乡(?:党委|委)[、和]?(?:人民)?政府',
  subdistrict: '(?:街道)?办事处|(?:街道)?(?:党工委|工委)[、和]?办事处',
  county: '县(?:人民)?政府|县委[、和]?(?:人民)?政府',
  district: '区(?:人民)?政府|区委[、和]?(?:人民)?政府',
  zone: '管委会|(?:党工委|工委)[、和]?管委会',
};
/** Others that act under the town's leadership: 各村, 司法所, 全体人民调解员. */
const OTHER_SUBJECT =
  /^下?[^。；]{0,30}[，,](?:由|各|全体|辖区|村|社区|[\u4e00-\u9fff]{1,8}(?:所|站|中心|办公室|执法队|大队|中队|村|社区|小组|委员会|协会|学校|部门|专班|人员|队伍|法庭|律师|顾问))/u;

/** 自己领导自己: a body says that it worked under its own leadership. */
export const selfLeadership: ReportRule = {
  id: 'self-leadership',
  group: 'terms',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('自己领导自己', 'Led by itself'),
  finds: localized(
    '以本机关名义写的报告，说自己“在镇党委、镇政府的正确领导下”开展工作。',
    'The body that reports says that it worked under the leadership of itself (在镇党委、镇政府的正确领导下).',
  ),
  why: localized(
    '报告就是镇政府的，不能说镇政府在镇政府领导下；多半是从站所、部门的材料里带来的。',
    'The report is the government’s own, which does not lead itself; mostly the words come from a subordinate’s paper.',
  ),
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，在镇党委、镇政府的正确领导下，清源镇扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening: '2024年，在县委、县政府和镇党委的正确领导下，清源镇扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check(report) {
    const test = ownLeaders(report);
    if (test === undefined) return [];
    const places = report.paragraphs.filter(({ role }) => role === 'opening' || role === 'body').flatMap((text) => placesIn(text, test));
    const first = places[0];
    if (first === undefined) return [];
    const { name = '本机关' } = ownBody(report);
    return oncePerFile({
      places,
      message: localized(
        `“${report.source.slice(first)}”：这是${name}自己的报告，不能说受自己领导，请改为上级党委、政府`,
        `This is the report of ${name} itself, which is not led by itself: name the bodies above`,
      ),
    });
  },
};

/** Tells whether words between 在 and 领导 name the reporting body itself; undefined where its kind is not known. */
function ownLeaders(report: Report): ((leaders: string) => boolean) | undefined {
  const { name, kind } = ownBody(report);
  if (name === undefined || kind === undefined || /^(?:中共|中国共产党)[^、]*委员会$/u.test(name)) return undefined;
  if (kind === 'department') return (leaders) => name.length >= 4 && new RegExp(`(?:^|[、和与及])${literally(name)}$`, 'u').test(leaders);
  const government = OWN_GOVERNMENT[kind];
  if (government === undefined) return undefined;
  const place = name
    .replace(/^.{1,20}[县区市旗](?=[\u4e00-\u9fff]{2})/u, '')
    .replace(/(?:人民政府|办事处|管理委员会|管委会)$/u, '')
    .replace(/(?:镇|乡|街道|县|区)$/u, '');
  const own = new RegExp(`(?:^|[、和与及]|我|本|${literally(place)})(?:${government})(?=$|[、和与及])`, 'u');
  return (leaders) => own.test(leaders);
}

function placesIn(paragraph: Paragraph, isOwn: (leaders: string) => boolean): Span[] {
  const { text } = paragraph;
  return [...text.matchAll(LEADERSHIP)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!isOwn(match.groups?.['leaders'] ?? '') || isQuoted(before)) return [];
    // 村民委员会在镇政府领导下…: the one who is led stands before.
    if (/[\u4e00-\u9fff]$/u.test(before) && !/(?:我镇|我乡|我街道|全镇|全乡|以来|来|年度?|始终|坚持)$/u.test(before)) return [];
    if (OTHER_SUBJECT.test(text.slice(end, end + 60))) return [];
    const tail = text.charAt(end) === '下' ? 1 : 0;
    return [paragraph.toSource({ start: match.index, end: end + tail })];
  });
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
