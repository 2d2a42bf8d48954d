import { AGENCY_KINDS } from '../report/agency.js';
import type { AgencyKind, Paragraph, ParagraphContent, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { isQuoted, ownBody, sentenceBefore } from './own-body.js';
import type { LocalizedText, ReportRule, RuleFinding, Severity } from './rule.js';
import { type SuperiorLevel, superiorLevel } from './superior-level.js';

/** Words that a body of some kinds does not use of itself. */
interface ForeignWord {
  /** One of them stands in every such word; a paragraph without any is not read. */
  readonly marks: readonly string[];
  /** Finds the word; the group `word` is what is flagged. */
  readonly pattern: RegExp;
  readonly kinds: ReadonlySet<AgencyKind>;
  readonly severity: Severity;
  /** What kind of body uses the word. */
  readonly user: LocalizedText;
  /** Whether the word is at home where this stands in the sentence before it. */
  readonly atHomeAfter?: RegExp;
  /** Whether the word is silent where this stands anywhere in the report. */
  readonly unlessReportHas?: RegExp;
  /** Only where the body above is of this level. */
  readonly under?: SuperiorLevel;
}

const TOWN: ReadonlySet<AgencyKind> = new Set(['town']);
const TOWNSHIP: ReadonlySet<AgencyKind> = new Set(['township']);
const SUBDISTRICT: ReadonlySet<AgencyKind> = new Set(['subdistrict']);
const TOWNSHIPS: ReadonlySet<AgencyKind> = new Set(['town', 'township']);
const GRASSROOTS: ReadonlySet<AgencyKind> = new Set(['town', 'township', 'subdistrict']);
const ABOVE_TOWNS: ReadonlySet<AgencyKind> = new Set(['department', 'county', 'district', 'city', 'province']);
const COUNTIES: ReadonlySet<AgencyKind> = new Set(['county', 'district', 'city', 'province']);
const NOT_TOWN: ReadonlySet<AgencyKind> = new Set(['township', 'subdistrict', ...ABOVE_TOWNS]);
const NOT_TOWNSHIP: ReadonlySet<AgencyKind> = new Set(['town', 'subdistrict', ...ABOVE_TOWNS]);
const NOT_SUBDISTRICT: ReadonlySet<AgencyKind> = new Set(['town', 'township', ...ABOVE_TOWNS]);
const NOT_DEPARTMENT: ReadonlySet<AgencyKind> = new Set([...GRASSROOTS, ...COUNTIES]);

const SELF = '(?<![自忘唯])(?<word>[我本]';
/** A clause begins, or a preposition leads to the word: what stands before belongs to no name. */
const BARE = '(?:(?<![\\u4e00-\\u9fff）)])[在由经以对向]?|召开|纳入|列入|提请|报请)(?<word>';
const MERGED = /撤[镇乡县](?:设|建|改|并)|[镇乡]改[镇街]|撤并|镇街合一|区[镇街]合一/u;
const OTHER_TOWN = /[\u4e00-\u9fff]{2}(?:镇|乡|街道)(?!党工委|办事处)|乡镇|镇街|各[镇乡街]|兄弟|周边|毗邻|相邻|结对|基层|各地/u;
const OTHER_OFFICE = /局/u;

const A_TOWN = localized('镇', 'a town');
const A_TOWNSHIP = localized('乡', 'a township');
const A_SUBDISTRICT = localized('街道', 'a sub-district');
const A_BUREAU = localized('局', 'a bureau');

function organsOf(place: string): string[] {
  return ['党委', '政府', '人民政府', '长', '人大', '纪委'].map((organ) => place + organ);
}

const WORDS: readonly ForeignWord[] = Object.freeze([
  {
    marks: ['我镇', '本镇'],
    pattern: new RegExp(`${SELF}镇)(?![街乡])`, 'gu'),
    kinds: NOT_TOWN,
    severity: 'warning',
    user: A_TOWN,
    unlessReportHas: MERGED,
  },
  {
    marks: ['我乡', '本乡'],
    pattern: new RegExp(`${SELF}乡)(?![村镇亲愁土音下贤邻间情街规])`, 'gu'),
    kinds: NOT_TOWNSHIP,
    severity: 'warning',
    user: A_TOWNSHIP,
    unlessReportHas: MERGED,
  },
  {
    marks: ['我街道', '本街道'],
    pattern: new RegExp(`${SELF}街道)(?![乡镇])`, 'gu'),
    kinds: NOT_SUBDISTRICT,
    severity: 'warning',
    user: A_SUBDISTRICT,
    unlessReportHas: MERGED,
  },
  {
    marks: ['我局', '本局'],
    pattern: new RegExp(`${SELF}局)(?![部面势限])`, 'gu'),
    kinds: NOT_DEPARTMENT,
    severity: 'warning',
    user: A_BUREAU,
  },
  {
    marks: ['', '党员'].flatMap((who) =>
      ['干部', '职工', '上下', '各科室', '各股室', '执法人员', '工作人员', '各项工作'].map((what) => `全局${who}${what}`),
    ),
    pattern: /(?<word>全局(?:党员)?(?:干部|职工|上下(?!一盘棋)|各科室|各股室|执法人员|工作人员|各项工作(?!的)))/gu,
    kinds: GRASSROOTS,
    severity: 'warning',
    user: A_BUREAU,
    atHomeAfter: /(?<!全)局|大局|统揽|着眼|事关|关系|服务|谋划|统筹/u,
  },
  {
    marks: ['局党组', '局党委', '局领导班子', '局主要负责人', '局主要领导', '局机关', '局属各', '局法'],
    pattern: new RegExp(`${BARE}局(?:党[组委]|领导班子|主要(?:负责人|领导)|机关|属各|法[规制治][科股]))`, 'gu'),
    kinds: GRASSROOTS,
    severity: 'warning',
    user: A_BUREAU,
    atHomeAfter: OTHER_OFFICE,
  },
  {
    marks: organsOf('镇'),
    pattern: new RegExp(`${BARE}镇(?:党委|政府|人民政府|长(?!效)|人大|纪委))`, 'gu'),
    kinds: new Set<AgencyKind>([...TOWNSHIP, ...SUBDISTRICT]),
    severity: 'warning',
    user: A_TOWN,
    atHomeAfter: OTHER_TOWN,
    unlessReportHas: MERGED,
  },
  {
    marks: organsOf('乡'),
    pattern: new RegExp(`${BARE}乡(?:党委|政府|人民政府|长|人大|纪委))`, 'gu'),
    kinds: new Set<AgencyKind>([...TOWN, ...SUBDISTRICT]),
    severity: 'warning',
    user: A_TOWNSHIP,
    atHomeAfter: OTHER_TOWN,
    unlessReportHas: MERGED,
  },
  {
    marks: ['党工委', '街道办事处'],
    pattern: new RegExp(`${BARE}(?:街道)?党工委|街道办事处)`, 'gu'),
    kinds: TOWNSHIPS,
    severity: 'information',
    user: A_SUBDISTRICT,
    atHomeAfter: /街|园区|开发区|高新区|经开区|新区|管委会|景区|工委/u,
    unlessReportHas: MERGED,
  },
  {
    marks: ['党委书记', '党委副书记', '党委理论', '党委会议', '党委班子', '党委领导班子', '街道党委'],
    pattern: new RegExp(`${BARE}(?:街道)?党委(?=书记|副书记|理论|会议|班子|领导班子))|(?<word2>街道党委)`, 'gu'),
    kinds: SUBDISTRICT,
    severity: 'information',
    user: localized('镇或乡（街道是“党工委”）', 'a town or township (a sub-district has a 党工委)'),
    atHomeAfter: /社区|村|居|企业|公司|学校|医院|小区|非公|两新|机关/u,
  },
  {
    marks: ['理论', '中心组', '会', '书记', '班子', '成员'].map((what) => `党组${what}`),
    pattern:
      /(?<![局办委院社府团会大位门关联部厅站所队司处心行校协（()][政机]?|[各级的直])(?<word>党组)(?=理论|中心组|会议|书记|班子|成员|会(?![员计]))/gu,
    kinds: GRASSROOTS,
    severity: 'information',
    user: localized('部门（镇、乡是“党委”，街道是“党工委”）', 'a department (towns have a 党委, sub-districts a 党工委)'),
    atHomeAfter: /局|部门|单位|法院|检察院|党委（党组）|党组（党委）|人大|政协|工会|机关/u,
  },
  {
    marks: ['区长'],
    pattern:
      /(?<word>(?<![小社园片地灌牧景格辖校营厂库林新湖港山大发范管街战军学院居疆矿任苗][副]?)区长)(?=[、，。；,;（(”》]|和|及|与|等|任|担任|亲自|带头|办公|主持|专题|接访|接待|信箱|热线|公开电话|批示|调研|会议|讲|听取|出席|出庭|参加|签|牵头|负责|同志|带队|到|来|率|挂|督|包|作|为|的|述|点评|$)/gu,
    kinds: new Set<AgencyKind>([...GRASSROOTS, 'department', 'county']),
    severity: 'information',
    user: localized('区', 'a district'),
    under: 'county',
  },
  {
    marks: ['区委', '区政府', '区人民政府'],
    pattern: new RegExp(`${BARE}区(?:委|政府|人民政府)(?!员|托))`, 'gu'),
    kinds: new Set<AgencyKind>([...GRASSROOTS, 'department']),
    severity: 'information',
    user: localized('区', 'a district'),
    under: 'county',
    atHomeAfter: /区/u,
  },
  {
    marks: ['县长'],
    pattern:
      /(?:(?<![\u4e00-\u9fff])[在由经以对]?|抓住)(?<word>副?县长)(?=[、，。；,;（(”》]|和|及|与|等|任|担任|亲自|带头|办公|主持|专题|接访|接待|信箱|热线|公开电话|批示|调研|会议|讲|听取|出席|出庭|参加|签|牵头|负责|同志|带队|到|来|率|挂|督|包|作|为|的|述|点评|$)/gu,
    kinds: new Set<AgencyKind>([...GRASSROOTS, 'department', 'district']),
    severity: 'information',
    user: localized('县', 'a county'),
    under: 'district',
  },
  {
    marks: ['县委', '县政府', '县人民政府'],
    pattern: new RegExp(`${BARE}县(?:委|政府|人民政府)(?!员|托))`, 'gu'),
    kinds: new Set<AgencyKind>([...GRASSROOTS, 'department']),
    severity: 'information',
    user: localized('县', 'a county'),
    under: 'district',
    atHomeAfter: /县/u,
  },
] as const);

/** 称谓与机关不符: words of another kind or level of body. */
export const agencyKind: ReportRule = {
  id: 'agency-kind',
  group: 'terms',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  name: localized('称谓与机关不符', 'Words of another kind of body'),
  finds: localized(
    '自称与机关不符：镇里写“我局”“全局干部”，街道写“我镇”（警告）；用了别级、别类机关的词：上级是县却写“区长”，镇里写“党组”（提示）。',
    'A body calls itself what it is not: 我局 in a town, 我镇 in a sub-district (warning); or uses words of another level: 区长 under a county, 党组 in a town (information).',
  ),
  why: localized('多半是套用了别的单位的材料，没有改干净。', 'Mostly left over from another body’s paper.'),
  triggers: WORDS.flatMap(({ marks }) => marks),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。我局召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。将学法纳入党组理论学习中心组学习内容，召开专题会议4次。\n（二）规范行政执法。开展行政检查312次。',
        },
        note: localized('镇里设的是党委：这一条是提示，不是警告。', 'A town has a party committee: a note, not a warning.'),
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。坚持把法治建设放在全局工作中谋划，县司法局党组到我镇调研2次，召开专题会议4次。\n（二）规范行政执法。开展行政检查312次，我县通报表扬1次。',
        },
      },
    ],
  },
  check(report, candidates) {
    const { kind, name = '' } = ownBody(report);
    if (kind === undefined || kind === 'other' || kind === 'zone') return [];
    // 清源镇综合行政执法大队 belongs to its town, 农业农村和水利局（乡村振兴局） may be two bodies.
    const isOfTown = kind === 'department' && /[镇乡]|街道|街|苏木/u.test(name);
    const read = isOfTown ? undefined : READERS.get(kind);
    if (read === undefined) return [];
    const byWord = new Map<ForeignWord, Span[]>();
    for (const paragraph of candidates) {
      for (const { word, spans } of paragraph.fact(read)) addPlaces(byWord, word, spans, paragraph, report);
    }
    if (byWord.size === 0) return [];
    let level: SuperiorLevel | 'unknown' | undefined;
    return WORDS.flatMap((word) => {
      const places = byWord.get(word);
      if (places === undefined) return [];
      if (word.under !== undefined) level ??= superiorLevel(report) ?? 'unknown';
      return word.under === undefined || word.under === level ? (findingFor(report, places, word, name) ?? []) : [];
    });
  },
};

/** Where a word stands in a paragraph. */
interface WordPlaces {
  readonly word: ForeignWord;
  readonly spans: readonly Span[];
}

const NOTHING: readonly WordPlaces[] = Object.freeze([]);

/** What each kind of body reads in a paragraph, whatever stands above it; keys of `fact`. */
const READERS: ReadonlyMap<AgencyKind, (content: ParagraphContent) => readonly WordPlaces[]> = new Map(
  AGENCY_KINDS.map((kind) => [kind, readerOf(WORDS.filter(({ kinds }) => kinds.has(kind)))]),
);

function readerOf(words: readonly ForeignWord[]): (content: ParagraphContent) => readonly WordPlaces[] {
  return (content) => {
    if (!isOwnText(content)) return NOTHING;
    let places: WordPlaces[] | undefined;
    for (const word of words) {
      if (!word.marks.some((mark) => content.text.includes(mark))) continue;
      const spans = placesIn(content.text, word);
      if (spans.length === 0) continue;
      places ??= [];
      places.push({ word, spans });
    }
    return places ?? NOTHING;
  };
}

/** Adds places that the project does not allow; a text of nothing but such words is not read to its end. */
function addPlaces(
  byWord: Map<ForeignWord, Span[]>,
  word: ForeignWord,
  spans: readonly Span[],
  paragraph: Paragraph,
  report: Report,
): void {
  const places = byWord.get(word) ?? [];
  if (places.length >= MOST_PLACES) return;
  const allowed = report.project.terms.allow;
  for (const span of spans) {
    const place = paragraph.toSource(span);
    if (allowed.length === 0 || !allowed.includes(report.source.slice(place))) places.push(place);
  }
  if (places.length > 0) byWord.set(word, places);
}

function findingFor(report: Report, places: readonly Span[], word: ForeignWord, name: string): RuleFinding | undefined {
  const [first, ...others] = places;
  if (first === undefined || word.unlessReportHas?.test(report.source.text) === true) return undefined;
  const written = report.source.slice(first);
  const count = others.length === 0 ? '' : `（共${others.length + 1}处）`;
  const own = name === '' ? '' : `，本报告的机关是${name}`;
  return {
    span: first,
    severity: word.severity,
    message: localized(
      `“${written}”是${word.user['zh-CN']}的说法${own}${count}：请核对是不是套用了别处的材料`,
      `${written} is what ${word.user.en} says, but this is the report of ${name === '' ? 'another body' : name}: check whether it comes from another paper`,
    ),
    related: others.slice(0, MOST_RELATED).map((span) => ({ span, message: localized('同样的说法', 'The same word') })),
  };
}

const MOST_RELATED = 50;
const MOST_PLACES = 1000;
/** How far before a word its sentence is looked at. */
const REACH = 60;

function isOwnText({ role }: ParagraphContent): boolean {
  return role === 'opening' || role === 'body' || role === 'heading';
}

function placesIn(text: string, { pattern, atHomeAfter }: ForeignWord): Span[] {
  const places: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (places.length >= MOST_PLACES) break;
    const word = match.groups?.['word'] ?? match.groups?.['word2'] ?? match[0];
    const start = match.index + match[0].indexOf(word);
    const sentence = sentenceBefore(text, start, REACH);
    if (isQuoted(text.slice(Math.max(0, start - REACH), start)) || atHomeAfter?.test(sentence) === true) continue;
    places.push({ start, end: start + word.length });
  }
  return places;
}
