import type { AgencyKind, Paragraph, ParagraphContent, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { isQuoted, ownBody, sentenceBefore } from './own-body.js';
import type { ReportRule } from './rule.js';

/** 在……领导下, 在……正确领导和……支持下; the leaders are what stands between. */
const LEADERSHIP =
  /在(?<leaders>[^，。；：,;:在]{1,48}?)(?:的)?(?:(?:正确|坚强|统一|有力|直接|具体|亲切|关心|关怀|全面|集中|高度重视|支持|部署|指导|指挥)[、和与]?){0,4}领导(?=下|和|、|与|及|以及)/gu;

/** How a body of a kind names its own government among leaders, behind a mark, a joining word or its own name. */
const OWN_GOVERNMENT: Readonly<Partial<Record<AgencyKind, string>>> = {
  town: '镇(?:人民)?政府|镇(?:党委|委)[、和]?(?:(?:镇)?人大[、和]?)?(?:人民)?政府|镇党政|镇两委',
  township: '乡(?:人民)?政府|乡(?:党委|委)[、和]?(?:(?:乡)?人大[、和]?)?(?:人民)?政府|乡党政|乡两委',
  subdistrict: '(?:街道)?办事处|街道办|(?:街道)?(?:党工委|工委)[、和]?(?:街道)?(?:办事处|办)',
  county: '县(?:人民)?政府|县委[、和]?(?:人民)?政府',
  district: '区(?:人民)?政府|区委[、和]?(?:人民)?政府',
  zone: '管委会|(?:党工委|工委)[、和]?管委会',
};
/** 在党委、政府的领导下: at the lowest level, without a word for a higher one, the own. */
const BARE_GOVERNMENT = '^党委[、和]?政府|';
const LOWEST: ReadonlySet<AgencyKind> = new Set(['town', 'township']);
/** What follows the leaders where more is said of them: 镇政府的高度重视和正确领导. */
const AFTER_LEADERS = '(?=$|[、和与及]|的?(?:高度重视|重视|关心|关怀|大力|统一|坚强|正确|精心|亲切))';
/** Bodies and people that act under the leadership of a town: 各村, 司法所, 全体人民调解员. */
const OTHER_BODY =
  /^(?:由|各(?!项|类|种|方面|领域|环节)|[镇乡县区]?人大|全体(?!(?:机关|镇|乡|街道|党员|镇村|领导)?(?:干部|职工|同志))|辖区|村|社区|(?!坚持|坚定|始终|紧|围绕|聚焦|按照|根据|依据|以|认真|深|积极|扎实|切实|全面|不断|严格|持续|大力|加强|强化|依托|通过|联合|会同|组织|开展|推[进动]|落实|贯彻|立足|结合|突出|充分|进一步|努力|稳步|主动|牢|高度|着力|配合|整合|充实|建[立成设]|完善|健全|成立|召开|对|为|与|向|把|将|有|成功|全镇|全乡|全街道|全县|全区|[我本][镇乡街县区])[\u4e00-\u9fff]{1,10}(?:所|站|中心|办公室|执法队|大队|中队|村|社区|小组|委员会|协会|学校|部门|专班|人员|队伍|法庭|律师|顾问|调解员|民警|企业|单位|科室|派出所|工会|支部|党总支))/u;
/** Words that tell that the body itself is the subject of the clause. */
const OWN_BODY =
  /^(?:我们|[我本全][镇乡县区局街]|(?:镇|乡|街道|县|区)(?:党委|党工委|人民政府|政府|办事处)?(?=[\u4e00-\u9fff]{0,2}(?:坚持|认真|深入|积极|扎实|切实|全面|不断|严格|持续|大力|加强|强化|紧紧|始终)))/u;
/** A clause that tells how, before the subject is named: 在县司法局的指导下, 按照……要求. */
const ADVERBIAL = /^(?:在|按照|根据|依据|以|围绕|紧紧|紧扣|坚持|立足|聚焦|通过|结合|为|经|随着|针对)/u;

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
  triggers: ['领导下', '领导和', '领导、', '领导与', '领导及', '领导以及'],
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
  check(report, candidates) {
    const led = candidates.filter((paragraph) => paragraph.fact(readLeadership).length > 0);
    const own = led.length === 0 ? undefined : ownBodyWords(report);
    if (own === undefined) return [];
    const places = led.flatMap((paragraph) => placesIn(paragraph, own));
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

/** What tells the reporting body among the words of its report. */
interface Own {
  /** Whether words between 在 and 领导 name it. */
  readonly isLeader: (leaders: string) => boolean;
  /** Whether a clause begins with it as its subject. */
  readonly isSubject: (clause: string) => boolean;
  /** Whether what stands right before 在 is it, or no subject at all (始终在). */
  readonly mayPrecede: (before: string) => boolean;
}

const NO_SUBJECT =
  /(?:我们|[我本全][镇乡县区局]|[我本全]街道|以来|来|年度?|今年|始终|一直|坚持|同时|法治(?:政府)?建设(?:各项)?(?:工作)?)$/u;

/** Undefined where the kind of the body is not known, or it is a party committee alone. */
function ownBodyWords(report: Report): Own | undefined {
  const { name, kind } = ownBody(report);
  if (name === undefined || kind === undefined || /^(?:中共|中国共产党)[^、]*委员会$/u.test(name)) return undefined;
  const territory = name
    .replace(/(?:人民政府|办事处|管理委员会|管委会)$/u, '')
    .replace(/^[\u4e00-\u9fff]{1,20}[县区市旗州](?=[\u4e00-\u9fff]{2})/u, '');
  const isSubject = (clause: string): boolean =>
    OWN_BODY.test(clause) || ((clause.startsWith(territory) || clause.startsWith(name)) && !OTHER_BODY.test(clause));
  const mayPrecede = (before: string): boolean => NO_SUBJECT.test(before) || before.endsWith(territory) || before.endsWith(name);
  if (kind === 'department') {
    const own = new RegExp(`(?:^|[、和与及])${literally(name)}$`, 'u');
    return { isLeader: (leaders) => name.length >= 4 && own.test(leaders), isSubject, mayPrecede };
  }
  const government = OWN_GOVERNMENT[kind];
  if (government === undefined) return undefined;
  const place = territory.replace(/(?:镇|乡|街道|县|区)$/u, '');
  const bare = LOWEST.has(kind) ? BARE_GOVERNMENT : '';
  const own = new RegExp(`(?:${bare}(?:^|[、和与及]|我|本|${literally(place)})(?:${government}))${AFTER_LEADERS}`, 'u');
  return { isLeader: (leaders) => own.test(leaders), isSubject, mayPrecede };
}

/** Every place where somebody is said to lead; a key of `fact`. */
function readLeadership({ role, text }: ParagraphContent): readonly RegExpExecArray[] {
  const found = role === 'opening' || role === 'body' ? [...text.matchAll(LEADERSHIP)] : NOTHING;
  return found.length === 0 ? NOTHING : found;
}

const NOTHING: readonly RegExpExecArray[] = Object.freeze([]);

function placesIn(paragraph: Paragraph, own: Own): Span[] {
  const { text } = paragraph;
  const places: Span[] = [];
  for (const match of paragraph.fact(readLeadership)) {
    if (places.length >= MOST_PLACES) break;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - REACH), match.index);
    if (!own.isLeader(match.groups?.['leaders'] ?? '') || isQuoted(before)) continue;
    // 村民委员会在镇政府领导下…: the one who is led stands before.
    if (/[\u4e00-\u9fff”）]$/u.test(before) && !own.mayPrecede(before)) continue;
    if (isOfOthers(sentenceBefore(text, match.index, REACH), text.slice(end, end + REACH), own)) continue;
    const tail = text.charAt(end) === '下' ? 1 : 0;
    places.push(paragraph.toSource({ start: match.index, end: end + tail }));
  }
  return places;
}

const MOST_PLACES = 100;
/** How far round a place its sentence is looked at. */
const REACH = 60;

/** Whether another body is the subject: it stands at the beginning of the sentence, or first among the clauses that follow. */
function isOfOthers(before: string, after: string, own: Own): boolean {
  const beginning = before.replace(/^[（(][一二三四五六七八九十]{1,3}[）)]|^\d{1,2}[.．、]|^[一二三四五六七八九十]是/u, '');
  if (/[，,]/u.test(beginning) && OTHER_BODY.test(beginning) && !own.isSubject(beginning)) return true;
  const clauses = (after.split(/[。；;]/u, 1)[0] ?? '').split(/[，,]/u).slice(1);
  for (const clause of clauses) {
    if (own.isSubject(clause)) return false;
    if (OTHER_BODY.test(clause)) return true;
    if (!ADVERBIAL.test(clause)) return false;
  }
  return false;
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
