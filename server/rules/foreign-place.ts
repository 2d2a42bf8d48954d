import { BODY_WORDS, COUNTY_WORDS } from '../knowledge/place-words.js';
import type { AgencyKind, Paragraph, ParagraphContent, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { isQuoted, ownBody, sentenceBefore } from './own-body.js';
import { type Division, divisionsIn, divisionsOf, nameEndings, type PlaceName, townsIn } from './place-names.js';
import type { ReportRule } from './rule.js';

const ACTS = `(?:${BODY_WORDS.join('|')}|(?:20\\d{2}|二[〇○])(?! ?年? ?[—–~～-]))`;
const TOWN_ACTS = new RegExp(`^(?!共(?:建|同|享|青))${ACTS}`, 'u');
const SUBDISTRICT_ACTS = /^(?:党工委|办事处)/u;
/** In a town 东门街道 is a street, unless it does at the beginning of its sentence what no street does. */
const STREET_ACTS =
  /^(?:组织|召开|制定|印发|出台|成立|坚持|认真|积极|高度重视|扎实|切实|聚焦|立足|综合行政执法|综合执法|人民调解|司法所|便民服务|党群服务|综治|平安法治|纪工委|人大|干部|领导班子)/u;
const COUNTY_ACTS = new RegExp(`^(?!委(?:党校|员)|共(?:建|同|享|青))(?:${COUNTY_WORDS.join('|')}|${ACTS})`, 'u');
/** Above the reporting body stands who is named so. */
const SUPERIOR = /^(?:委|人民政府|政府|司法局)/u;
/** A place that the sentence names as another's: a neighbour, a partner, the party to a case, the giver of an honour. */
const OTHERS_BEFORE =
  /(?:与|和|同|及|、|到|赴|往|原|由|来自|邀请|获|被)(?:[\u4e00-\u9fff]{2,6}[省市州县区])?$|联合|会同|协同|联动|毗邻|接壤|相邻|邻近|邻县|邻镇|交界|对口|帮扶|支援|协作|结对|考察|参观|借鉴|取经|跨[区县省市镇域]|周边|兄弟|友邻|荣获|获评|获得|评为|授予|表彰|申请人|原告|被告|起诉|不服|移交|转入|转至|变更|委托|转办|移送|挂职|选派|划归|并入|搬迁|流向|户籍|编入|入选|典型案例|来访|先进/u;
const OTHERS_AFTER =
  /^[^。；：]{0,30}(?:联合|交界|接壤|毗邻|签订|签署|协作|来我|到我|赴我|与我|结对|帮扶|互学|先进经验|经验做法|观摩|交流|对接|一案|诉|人民法院|仲裁)/u;
/** 现场会在石桥镇召开: a place, not an actor. */
const PLACE_BEFORE = /[在于]$/u;
const HELD_THERE = /^(?:召开|举行|举办|组织)/u;
const GRASSROOTS: ReadonlySet<AgencyKind> = new Set(['town', 'township', 'subdistrict']);
const COUNTIES: ReadonlySet<AgencyKind> = new Set(['county', 'district', 'city', 'department']);
/** 制定《安平镇…办法》: a body draws up its own documents. */
const OWN_DOCUMENT =
  /(?:制[定订]|拟[定订]|印发|下发|发布|公布|推动|建立|修订|完善|出台|审议|审定|编制|修编|修改|起草|形成|实施)(?:了|并印发|并实施)?《$/u;
/** The name is the subject of its sentence, whatever it does. */
const SUBJECT_BEFORE =
  /^(?:(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、])[^，。；]{0,30})?(?:[^，。；]{0,4}(?:20\d{2}|二[〇○]..) ?年度?(?:以?来)?[，,]|[今本]年(?:以?来)?[，,]|一年来[，,]|全年[，,]?|\d{1,2}月份?[，,]|[^，。；]{0,16}(?:之年|时期)[，,]|[一二三四五六七八九十]是)?$/u;
const SUBJECT_AFTER =
  /^(?![的和及、，籍村居直路级]|人(?!民调解|大)|与(?![县区市州省上有相各职辖司公法检村社])|派出|整治|改造|沿线|两侧|绿化|硬化|清扫|修复|商铺|市容|环境|提升|亮化|司法(?!所)|法庭|中学|小学|中心|卫生|供电|市场|群众|企业|境内|现场|附近|(?!司法所)[\u4e00-\u9fff]{1,5}(?:村|社区|公司|学校|所|站|园|项目|街|路|桥|队|庙|会))[\u4e00-\u9fff]{2}/u;
/** How far round a name its sentence is looked at. */
const REACH = 60;
const MOST_RELATED = 50;

/** A name that stands for an acting body. */
interface Mention extends PlaceName {
  readonly paragraph: Paragraph;
}

/** 外地地名: names of places that are neither the body's own nor its superiors' nor its neighbours'. */
export const foreignPlace: ReportRule = {
  id: 'foreign-place',
  group: 'terms',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('外地地名', 'Foreign place name'),
  finds: localized(
    '把别的镇、街道、县、区当作本机关或者上级来写：清源镇的报告写“安平镇党委高度重视”（全文只提示一次，逐处列出）。',
    'Another town, county or district stands where the reporting body or its superior should: one note for the file with all places.',
  ),
  why: localized(
    '套用外地材料没有改地名，公开以后常被媒体报道。',
    'A place name left over from another’s report is the slip that reaches the news.',
  ),
  get triggers() {
    return nameEndings();
  },
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。安平镇党委高度重视，召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。清源镇党委高度重视，召开专题会议4次，与毗邻的安平镇人民政府签订联防联控协议1份。\n（二）规范行政执法。赴安化县委党校培训2次，开展行政检查312次。',
        },
        note: localized('邻居、伙伴和学习考察的地方不算。', 'Neighbours, partners and places visited do not count.'),
      },
    ],
  },
  check(report, candidates) {
    const { name, kind } = ownBody(report);
    if (name === undefined || kind === undefined) return [];
    const known = namedAround(report, name);
    const towns = GRASSROOTS.has(kind) ? foreignTowns(report, name, known, mentionsIn(candidates, readTowns)) : [];
    const divisions = GRASSROOTS.has(kind) || COUNTIES.has(kind) ? mentionsIn(candidates, readDivisions) : [];
    const counties = foreignDivisions(report, name, kind, known, divisions);
    if (towns.length + counties.length === 0) return [];
    const found = [...towns, ...counties]
      .map((mention) => ({ name: mention.name, span: placeOf(mention) }))
      .sort((a, b) => a.span.start - b.span.start);
    const [first, ...others] = found;
    if (first === undefined) return [];
    const names = [...new Set(found.map((place) => place.name))];
    const count = found.length > 1 ? `，共${found.length}处` : '';
    return [
      {
        span: first.span,
        message: localized(
          `“${names.join('”“')}”不像是${name}的地名${count}：请核对是不是套用了外地材料`,
          `${names.join(', ')}: not places of ${name}, it seems (${found.length} in the file); check whether the text comes from another report`,
        ),
        related: others.slice(0, MOST_RELATED).map((place) => ({ span: place.span, message: localized(`“${place.name}”`, place.name) })),
      },
    ];
  },
};

const NOTHING: readonly PlaceName[] = Object.freeze([]);

/** Towns in a paragraph; a key of `fact`. */
function readTowns(content: ParagraphContent): readonly PlaceName[] {
  const names = isRunningText(content) || content.role === 'sign-off' ? townsIn(content.text) : NOTHING;
  return names.length === 0 ? NOTHING : names;
}

/** Divisions above towns in a paragraph; a key of `fact`. */
function readDivisions(content: ParagraphContent): readonly PlaceName[] {
  const names = isRunningText(content) ? divisionsIn(content.text) : NOTHING;
  return names.length === 0 ? NOTHING : names;
}

function mentionsIn(paragraphs: readonly Paragraph[], read: (content: ParagraphContent) => readonly PlaceName[]): Mention[] {
  const mentions: Mention[] = [];
  for (const paragraph of paragraphs) {
    for (const place of paragraph.fact(read)) {
      if (mentions.length === MOST_MENTIONS) return mentions;
      mentions.push({ ...place, paragraph });
    }
  }
  return mentions;
}

function placeOf({ paragraph, start, end }: Mention): Span {
  return paragraph.toSource({ start, end });
}

/** Names that the project knows, and all that stands in the title block, the addressee and the page's metadata. */
function namedAround({ project, paragraphs }: Report, own: string): string {
  const around = paragraphs.filter(({ role }) => role === 'title' || role === 'addressee' || role === 'furniture');
  const { superiors, neighbours } = project.agency;
  return [
    own,
    ...superiors,
    ...neighbours,
    ...project.terms.allow,
    ...around.map(({ text }) => text.replace(/[\s\u00a0\u3000]+/gu, '')),
  ].join('，');
}

function isRunningText({ role }: ParagraphContent): boolean {
  return role === 'opening' || role === 'body' || role === 'heading';
}

/** Whether a sign-off names the town itself as its signer. */
function isSigned({ paragraph, end }: Mention): boolean {
  return /^(?:人民政府|办事处|党委|党工委|委员会)?(?:[（(][^（()）]{0,6}[）)])?$/u.test(paragraph.text.slice(end, end + REACH).trim());
}

/** Whether a name stands for a body that acts, not for a neighbour, a partner or the name of something. */
function isActing(text: string, { start, end }: PlaceName, acts: RegExp, subjectActs: RegExp, body = ''): boolean {
  const after = text.slice(end, end + REACH).trimStart();
  const before = sentenceBefore(text, start, REACH);
  const isBody = body.length > 1 && after.startsWith(body);
  const isActor = isQuoted(text.slice(Math.max(0, start - REACH), start))
    ? OWN_DOCUMENT.test(before)
    : isBody || acts.test(after) || (SUBJECT_BEFORE.test(before) && subjectActs.test(after));
  if (!isActor || OTHERS_AFTER.test(after) || OTHERS_BEFORE.test(before.slice(-REACH / 2))) return false;
  return !(PLACE_BEFORE.test(before) && HELD_THERE.test(after));
}

function foreignTowns(report: Report, own: string, known: string, mentions: readonly Mention[]): Mention[] {
  const mayBeForeign = (town: string): boolean => !known.includes(town) && !isPartOfOwn(town, own);
  if (!mentions.some(({ name }) => mayBeForeign(name))) return [];
  const ownTown = /([\u4e00-\u9fff]{1,6}?)(?:镇|乡|街道|街)(?:人民政府|政府|办事处|党委|党工委|委员会)?$/u.exec(
    own.replace(/^.*(?<=[\u4e00-\u9fff]{2})[县区市旗]/u, ''),
  );
  if (ownTown === null) return [];
  // A name that the text once calls a neighbour is one everywhere.
  const others = new Set(
    mentions.filter(({ paragraph, start }) => OTHERS_BEFORE.test(sentenceBefore(paragraph.text, start, REACH / 2))).map(({ name }) => name),
  );
  const acting = mentions.filter((mention) => {
    // In a town 东门街道 is a street.
    if (mention.paragraph.role === 'sign-off') return isSigned(mention);
    const isStreet = mention.name.endsWith('街道') && !own.includes('街');
    return isActing(mention.paragraph.text, mention, isStreet ? SUBDISTRICT_ACTS : TOWN_ACTS, isStreet ? STREET_ACTS : SUBJECT_AFTER);
  });
  return ofForeignNames(acting, (town) => !others.has(town) && mayBeForeign(town) && !isWord(report.source.text, town));
}

/** Mentions whose names are foreign; each name is judged once, and no more than so many, for a text may be anything. */
function ofForeignNames(mentions: readonly Mention[], isForeign: (name: string) => boolean): Mention[] {
  const judged = new Map<string, boolean>();
  return mentions.filter(({ name }) => {
    const known = judged.get(name);
    if (known !== undefined) return known;
    const foreign = judged.size < MOST_NAMES && isForeign(name);
    judged.set(name, foreign);
    return foreign;
  });
}

const MOST_NAMES = 100;
/** Names looked at in one file: no report has nearly as many. */
const MOST_MENTIONS = 5000;

/** 马营镇 for 过马营镇, 大清源镇 for 清源镇: the beginning of the name was read amiss. */
function isPartOfOwn(name: string, own: string): boolean {
  const place = own.replace(/(?:人民政府|政府|办事处|党委|党工委|委员会)$/u, '');
  return own.includes(name) || name.endsWith(place);
}

/** Whether what stands before the class word is used elsewhere as a word of its own: 平安 in 平安建设. */
function isWord(text: string, name: string): boolean {
  const word = name.replace(/(?:镇|乡|街道)$/u, '');
  let at = text.indexOf(word);
  for (let seen = 0; at >= 0 && seen < MOST_USES; seen++) {
    if (
      !/^(?:镇|乡|街道|街|村|社区|派出所|司法所|法庭|中学|小学|县|区|市|河|山|湖|片区)/u.test(
        text.slice(at + word.length, at + word.length + 4),
      )
    )
      return true;
    at = text.indexOf(word, at + word.length);
  }
  return false;
}

const MOST_USES = 200;

function foreignDivisions(report: Report, own: string, kind: AgencyKind, known: string, divisions: readonly Mention[]): Mention[] {
  if (divisions.every(({ name }) => known.includes(name))) return [];
  const ownDivisions = divisionsIn(own).flatMap(({ name }) => divisionsOf(name));
  // Whose subordinates are not known may name any place.
  if (kind === 'city' && ownDivisions.length === 0) return [];
  const named = ownCounty(own, kind);
  const body = bodyName(own, named);
  const mentions = divisions.filter((mention) => isActing(mention.paragraph.text, mention, COUNTY_ACTS, SUBJECT_AFTER, body));
  const county = named ?? superiorCounty(report, known, mentions);
  if (county === undefined) return [];
  const chain = [...ownDivisions, ...divisionsOf(county)];
  const isHighest = divisionsOf(divisionsIn(own).at(-1)?.name ?? '').some(({ level }) => level !== 'county');
  const ownNames = new Set([county, ...chain.flatMap(({ name, above }) => [name, ...above])]);
  const isOwn = ({ name, above }: Division): boolean =>
    ownNames.has(name) || known.includes(name) || (isHighest && above.some((upper) => ownNames.has(upper)));
  return ofForeignNames(mentions, (name) => {
    const divisions = divisionsOf(name);
    // Above a county that the table does not know any prefecture may stand.
    if (divisions.some(({ level }) => level === 'province') || known.includes(name)) return false;
    if (chain.length === 0 && divisions.some(({ level }) => level === 'prefecture')) return false;
    return !divisions.some(isOwn) && !isPartOfOwn(name, county);
  });
}

/** What stands behind the county in the body's own name: 卫生健康局, 清源镇; another county before it is not its own. */
function bodyName(own: string, county: string | undefined): string {
  const at = county === undefined ? -1 : own.indexOf(county);
  const rest = at < 0 ? own : own.slice(at + (county?.length ?? 0));
  return rest.replace(/(?:人民政府|办事处)$/u, '');
}

/** The county, district or city that the body's own name tells. */
function ownCounty(own: string, kind: AgencyKind): string | undefined {
  const inTable = divisionsIn(own).at(-1)?.name;
  if (inTable !== undefined) return inTable;
  const match = /^([\u4e00-\u9fff]{2,8}?[县旗]|[\u4e00-\u9fff]{2,6}?[区市])/u.exec(own);
  return kind === 'county' || kind === 'district' || kind === 'department'
    ? match?.[1]
    : /^([\u4e00-\u9fff]{2,8}?[县区市旗])[\u4e00-\u9fff]+(?:镇|乡|街道)/u.exec(own)?.[1];
}

/** The county-level superior of a town: named in the title block, else named most often as one that leads. */
function superiorCounty(report: Report, known: string, mentions: readonly Mention[]): string | undefined {
  const around = divisionsIn(known).find(({ name }) => divisionsOf(name).some(({ level }) => level === 'county'));
  if (around !== undefined) return around.name;
  const counts = new Map<string, number>();
  for (const { name, paragraph, end } of mentions) {
    if (!divisionsOf(name).some(({ level }) => level === 'county') || !SUPERIOR.test(paragraph.text.slice(end, end + 6))) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of namedCounties(report)) if (!counts.has(name) && count > 1) counts.set(name, count);
  let best: string | undefined;
  for (const [name, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = name;
  return best;
}

/** Counties that the table does not know, as 临江县委 and 临江县司法局 show them, with how often they stand in the text. */
function namedCounties({ paragraphs }: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const name of paragraph.fact(readNamedCounties)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

const ORGAN_OF_COUNTY = /[县区市](?:委|人民政府|政府|司法局)/gu;
const NAMED_COUNTY = /(?:^|(?<=[^\u4e00-\u9fff]|[在由经对向年]))(?<name>[\u4e00-\u9fff]{2,3}[县区市])(?:委|人民政府|政府|司法局)/uy;
const NO_COUNTIES: readonly string[] = Object.freeze([]);
/** Characters of a county's name before its class word. */
const NAME_LENGTHS = [3, 2] as const;

/** A key of `fact`. */
function readNamedCounties(content: ParagraphContent): readonly string[] {
  if (!isRunningText(content)) return NO_COUNTIES;
  const { text } = content;
  let names: string[] | undefined;
  let end = 0;
  for (const { index } of text.matchAll(ORGAN_OF_COUNTY)) {
    for (const length of NAME_LENGTHS) {
      NAMED_COUNTY.lastIndex = index - length;
      const match = index - length < end ? null : NAMED_COUNTY.exec(text);
      if (match === null) continue;
      names ??= [];
      names.push(match.groups?.['name'] ?? '');
      end = match.index + match[0].length;
      break;
    }
  }
  return names ?? NO_COUNTIES;
}
