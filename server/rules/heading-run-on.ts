import {
  HEADING_ENDINGS,
  LIKELY_TEXT_BEGINNINGS,
  SECTION_GLUED,
  SENTENCE_SUBJECTS,
  SHORT_HEADING_ENDINGS,
  SHORTCOMING_ENDINGS,
  SURE_TEXT_BEGINNINGS,
  TEXT_BEGINNINGS,
} from '../knowledge/glued-headings.js';
import { HEADING_VERBS } from '../knowledge/heading-verbs.js';
import type { Heading, Report } from '../report/report.js';
import { countCharacters } from '../text/characters.js';
import { isLineEnd } from '../text/source-text.js';
import type { Span } from '../text/span.js';
import type { ReportRule, RuleFinding } from './rule.js';
import { hasTextBelow } from './heading-text.js';
import { localized } from './localized.js';

/** 标题与正文连写: a heading glued to its text with no mark between. */
export const headingRunOn: ReportRule = {
  id: 'heading-run-on',
  group: 'headings',
  scope: 'report',
  severity: 'warning',
  fixable: 'none',
  name: localized('标题与正文连写', 'Heading glued to its text'),
  finds: localized(
    '标题和正文之间没有句号、也没有换行：“（一）加强组织领导镇党委高度重视……”。',
    'A heading runs into its text without a mark or a line end between.',
  ),
  why: localized(
    '读的人分不清哪里是标题，多半是粘贴时丢了句号或换行。',
    'Nobody can tell where the heading ends; a mark was lost in pasting.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法我镇严格落实行政执法三项制度，开展行政检查312次，办理行政处罚案件18件。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）坚持党的领导，压紧压实法治政府建设责任，不断夯实全镇法治建设根基。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
  },
  check(report) {
    const findings: RuleFinding[] = [];
    collectFindings({ report, lengths: new Map() }, report.headings, findings);
    return findings;
  },
};

/** A report, with what was measured in it: each heading is compared with many. */
interface Measured {
  readonly report: Report;
  /** How long the headings are up to the first mark that ends a sentence, as far as it was asked. */
  readonly lengths: Map<Heading, number>;
}

/** Adds what is found in siblings, and in the headings below each. */
function collectFindings(measured: Measured, siblings: readonly Heading[], findings: RuleFinding[]): void {
  const { report } = measured;
  siblings.forEach((heading, index) => {
    if (heading.children.length > 0) collectFindings(measured, heading.children, findings);
    if (heading.marker !== undefined && STYLES.has(heading.marker.style)) {
      const { text } = report.source;
      const { start } = heading.textSpan;
      const end = endOfLead(report, heading);
      if (end - start <= SHORTEST_GLUED && heading.level > 1 && !SECTION_PHRASES.includes(text.charAt(start))) return;
      const lead = text.slice(start, end);
      const joint = jointOf(measured, siblings, index, lead);
      if (joint !== undefined) findings.push(makeFinding(heading, lead, joint));
    }
  });
}

/** How many lines before and after one are compared with it. */
const MOST_BESIDE = 20;

/** A numbered line, read up to the first mark that ends a sentence. */
interface NumberedLine {
  readonly heading: Heading;
  /** From the first word to the first 。, or to the end of the line. */
  readonly lead: string;
  /** Whether more text follows on the line. */
  readonly goesOn: boolean;
}

function readNumberedLine(report: Report, heading: Heading): NumberedLine {
  const { start } = heading.textSpan;
  const end = endOfLead(report, heading);
  const { text } = report.source;
  const limit = Math.min(report.source.lineSpan(heading.line).end, start + LONGEST_LEAD);
  return { heading, lead: text.slice(start, end), goesOn: limit - end > SHORTEST_REST };
}

/** Where the first mark that ends a sentence stands behind a heading's first word, or the end of the line; so many characters are read. */
function endOfLead({ source: { text } }: Report, { textSpan: { start } }: Heading, most = LONGEST_LEAD): number {
  const limit = Math.min(text.length, start + most);
  let end = start;
  while (end < limit && !endsLead(text.charCodeAt(end))) end++;
  return end;
}

/** 。！？；; and line ends. */
function endsLead(code: number): boolean {
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  return code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b || code === 0x3b || isLineEnd(code);
}

/** Whether enough of the headings beside one are short, and so much shorter that it may hold a text. */
function isLongAmong({ report, lengths }: Measured, beside: readonly Heading[], length: number): boolean {
  let shorter = 0;
  for (const sibling of beside) {
    let own = lengths.get(sibling);
    if (own === undefined) {
      own = endOfLead(report, sibling, LONGEST_HEADING + 1) - sibling.textSpan.start;
      lengths.set(sibling, own);
    }
    if (own <= LONGEST_HEADING && own + SHORTEST_TEXT < length) shorter++;
  }
  return shorter >= FEWEST_SIBLINGS && shorter >= LEAST_SHARE * beside.length;
}

/** The headings of the level and style of one among its siblings, so many before it and behind it. */
function likeOnesBeside(siblings: readonly Heading[], index: number): Heading[] {
  const heading = siblings[index];
  const found: Heading[] = [];
  for (const step of [-1, 1]) {
    let beside = 0;
    for (let at = index + step; at >= 0 && at < siblings.length && beside < MOST_BESIDE; at += step) {
      const sibling = siblings[at];
      if (sibling === undefined || sibling.level !== heading?.level || sibling.marker?.style !== heading.marker?.style) continue;
      beside++;
      found.push(sibling);
    }
  }
  return found;
}

const STYLES: ReadonlySet<string> = new Set(['part', 'chinese', 'chinese-parenthesis', 'arabic', 'arabic-parenthesis']);
const LONGEST_LEAD = 400;
const SHORTEST_REST = 4;
/** By how many characters a line with a glued text is at least longer than the headings beside it. */
const SHORTEST_TEXT = 10;

/** Where heading and text of a numbered line meet without a mark, as an offset into the line's lead; undefined where they do not. */
function jointOf(measured: Measured, siblings: readonly Heading[], index: number, lead: string): number | undefined {
  const heading = siblings[index];
  if (heading === undefined) return undefined;
  const known = heading.level === 1 ? sectionJoint(lead) : phraseJoint(lead);
  if (known !== null) return (known[1] ?? known[2] ?? '').length;
  if (lead.length <= SHORTEST_GLUED || countCharacters(lead) <= SHORTEST_GLUED) return undefined;
  const subject = SUBJECT_MEETS_END.test(lead) ? SUBJECT_JOINT.exec(lead) : null;
  if (subject !== null && isHeadingLike(lead.slice(0, subject.index + (subject[1] ?? '').length))) {
    return subject.index + (subject[1] ?? '').length;
  }
  const list = lead.includes('一是') ? LIST_JOINT.exec(lead) : null;
  if (list !== null && isHeadingLike(list[0])) return list[0].length;
  const beside = likeOnesBeside(siblings, index);
  if (!isLongAmong(measured, beside, lead.length)) return undefined;
  const heads = beside.map((sibling) => readNumberedLine(measured.report, sibling)).filter(isHeadingProper);
  if (heads.length < FEWEST_SIBLINGS || heads.length < LEAST_SHARE * beside.length) return undefined;
  return jointAmong(heading, lead, heads);
}

// Two characters that must stand side by side are looked for first: they seldom do, and the patterns are long.
function sectionJoint(lead: string): RegExpExecArray | null {
  return SECTION_JOINT.test(lead) ? SECTION_GLUED.exec(lead) : null;
}

function phraseJoint(lead: string): RegExpExecArray | null {
  return SECTION_PHRASES.includes(lead.charAt(0)) ? SECTION_PHRASE_GLUED.exec(lead) : null;
}

/** The joint of a line that is not made like the headings beside it. */
function jointAmong(heading: Heading, lead: string, heads: readonly NumberedLine[]): number | undefined {
  const lengths = heads.map((sibling) => sibling.lead.length);
  const longest = Math.max(...lengths);
  if (lead.length <= longest + SHORTEST_TEXT) return undefined;
  const areOwnLine = heads.every((sibling) => sibling.heading.ownLine);
  const section = areOwnLine && heading.level === 1 ? SECTION_END.exec(lead) : null;
  if (section !== null) return (section[1] ?? '').length;
  const shortcoming = SHORTCOMING_JOINT.exec(lead);
  if (shortcoming !== null && shortcoming[0].length <= longest + FULL_PLAY && shortcoming[0].length >= Math.min(...lengths) - FULL_PLAY)
    return shortcoming[0].length;
  const verb = verbJoint(lead, Math.min(...lengths), longest);
  if (verb !== undefined) return verb;
  const isText =
    lead.length > Math.max(LONGEST_SIBLING, 2 * longest) &&
    (COUNT.test(lead) || lead.length > LONGEST_OF_ALL) &&
    heading.paragraphs.length <= 1;
  return areOwnLine && isText && !NO_HEADING.test(lead) && hasOverlongClause(lead, heads) ? 0 : undefined;
}

/** Whether a clause, as far in as the headings beside have any, is far longer than each of theirs: a text is glued to it. */
function hasOverlongClause(lead: string, heads: readonly NumberedLine[]): boolean {
  const clauses = heads.map((sibling) => sibling.lead.split(CLAUSE_END));
  const most = Math.max(...clauses.map(({ length }) => length));
  const longest = Math.max(...clauses.flat().map(({ length }) => length));
  return lead
    .split(CLAUSE_END)
    .slice(0, most)
    .some(({ length }) => length > longest + OVERLONG);
}

const CLAUSE_END = /[，,；;：:、\u3000 ]/u;
/** By how many characters a clause with a glued text is longer than those of headings. */
const OVERLONG = 6;

/**
 * The place where a word that ends headings meets one that begins a text, at about the length that the headings beside
 * have, and in a clause that goes on for long.
 */
function verbJoint(lead: string, shortest: number, longest: number): number | undefined {
  if (!HEADING_VERB.test(lead)) return undefined;
  // No heading counts things or is so long: there is a text, and only its beginning is sought.
  const isFull = COUNT.test(lead) || countCharacters(lead) > LONGEST_HEADING;
  const play = isFull ? FULL_PLAY : LENGTH_PLAY;
  for (let at = Math.max(4, shortest - play); at <= longest + play; at++) {
    const tail = lead.slice(at, at + LONGEST_LEAD);
    if (!isEnding(lead, at) && !(SURE_BEGINNING.test(tail) && ENDS_WITH_NOUN.test(lead.slice(0, at)))) continue;
    if (!(BEGINNING.test(tail) || (isFull && LIKELY_BEGINNING.test(tail))) || /^[^，,：:、]{0,6}(?:[，,：:]|$)/u.test(tail)) continue;
    if (isHeadingLike(lead.slice(0, at)) && !SERIAL_VERB.test(lead.slice(0, at))) return at;
  }
  return undefined;
}

/** Whether the words before a place may end a heading: 队伍, 枫桥经验”. */
function isEnding(lead: string, at: number): boolean {
  return ENDINGS.has(lead.slice(at - 2, at)) || /[”》]/u.test(lead.charAt(at - 1));
}

/** Lines no longer than this, in 字, are left alone. */
const SHORTEST_GLUED = 18;
const LONGEST_HEADING = 45;
/** Among headings on their own lines anything that is twice as long, and longer than this, is text. */
const LONGEST_SIBLING = 36;
/** No heading has so many characters up to its mark. */
const LONGEST_OF_ALL = 70;
const FEWEST_SIBLINGS = 2;
const LEAST_SHARE = 0.75;
/** By how many characters the headings of one make may differ in length. */
const LENGTH_PLAY = 2;
const FULL_PLAY = 6;

/** A heading with its own text behind it or below it, short and without figures. */
function isHeadingProper({ heading, lead, goesOn }: NumberedLine): boolean {
  return (goesOn || hasTextBelow(heading)) && lead.length <= LONGEST_HEADING && !COUNT.test(lead);
}

/** Whether words are made like a heading: up to three clauses, each of which begins with a verb of headings; no figures. */
function isHeadingLike(head: string): boolean {
  const clauses = head.split(/[，,]/u);
  return (
    head.length <= LONGEST_HEADING &&
    clauses.length <= 3 &&
    clauses.every((clause) => clause.length >= 4) &&
    HEADING_VERB.test(head) &&
    !/\d|[（(：:]/u.test(head)
  );
}

/** Words after which a second verb belongs to the same clause. */
const SERIAL_VERB = /按照|依据|根据|通过|利用|依托|结合|围绕|针对|借助|人员|干部|群众|部门|组织$/u;

/** A quantity, which a heading seldom has. */
const COUNT = /\d余?[次件人场名份起条项户家期个]/u;

/** Verbs with which the clauses of a heading begin. */
const HEADING_VERB = new RegExp(`^\\s*(?:${HEADING_VERBS})`, 'u');

/** The last character of a section's heading and the first of a text, as `SECTION_GLUED` wants them side by side. */
const SECTION_JOINT = /[效措施法因足题况排算划路析责][二2一今按我镇乡县区市党政局街主为虽]|况[\u4e00-\u9fff\d]/u;
/** First characters of `SECTION_PHRASE_GLUED`. */
const SECTION_PHRASES = '主存工';
/** The last character of a heading and the first of a sentence's subject or time, as `SUBJECT_JOINT` wants them side by side. */
const SUBJECT_MEETS_END = new RegExp(`[${charactersAt(HEADING_ENDINGS, -1)}][${charactersAt(SENTENCE_SUBJECTS, 0)}今一2]`, 'u');

function charactersAt(words: readonly string[], index: number): string {
  return [...new Set(words.map((word) => word.at(index) ?? ''))].join('');
}

const SUBJECT_JOINT = new RegExp(
  `(${HEADING_ENDINGS.join('|')})(?=(?:${SENTENCE_SUBJECTS.join('|')}|(?:今年以来|一年来|20\\d\\d年(?:以来)?)[，,])[^。；，,]{0,12}(?:高度重视|认真|严格|坚持|坚决|始终|深入|充分|积极|全面|先后|共|定期|通过|按照|以|把|将|成立|制定|召开|组织|开展|落实|建立|及时|持续|切实|牢固|扎实|狠抓|多次|聚焦|依托|结合|针对|围绕|不断|着力|大力|进一步))`,
  'u',
);
const ENDINGS: ReadonlySet<string> = new Set(SHORT_HEADING_ENDINGS);
const BEGINNING = new RegExp(`^(?:\\d|${TEXT_BEGINNINGS.join('|')})`, 'u');
const LIKELY_BEGINNING = new RegExp(`^(?:${LIKELY_TEXT_BEGINNINGS.join('|')})`, 'u');
const SURE_BEGINNING = new RegExp(`^(?:${SURE_TEXT_BEGINNINGS.join('|')})`, 'u');
/** What a second verb may follow: no adverb, no preposition, no verb that takes it as its object. */
const ENDS_WITH_NOUN =
  /[^的地得和与及、，,为以对于在将把被并且又再也都已所要能可需应会不未一二三“《（全年推加组开健建实完规优创深强统促抓][^的地得和与及、，,为以对于在将把被并且又再也都已所要能可需应会不未“《（]$/u;
const SHORTCOMING_JOINT = new RegExp(
  `^[^。；]{2,40}?(?:${SHORTCOMING_ENDINGS.join('|')}|(?:需要?|有待|亟待|亟需)(?:进一步|持续|继续|不断)?(?:充实|提升|提高|加强|完善|增强|强化|深化|优化|规范|拓展|健全|改进|夯实|细化)|(?:不断|更加|持续|显著|明显|有效|全面|稳步)(?:深化|提升|规范|有力|创新|拓展|高效|深入|便捷|优良|向好|过硬|提高|完善|增强|加强|优化|夯实|健全|改善|优化|凸显|扩大))(?=[\\u4e00-\\u9fff\\d]{4})(?![的之等和与及且而但地]|问题|现象|情况|状况|主要|导致|造成|影响|制约|[是使仍还较]|以至|致使|以致)`,
  'u',
);

/** A list that begins without any mark before it; 表现为一是 and 统一是 are none. */
const LIST_JOINT = /^[^。；]{4,45}?[^为在于有即括现，,：:、；”）)统唯之专同单逐万其第这那如归在](?=一是(?!一))/u;

/** Last words of a section's heading, before words that do not go on with it. */
const SECTION_END =
  /^([^。；：]{0,40}(?:责任人职责(?:的)?(?:有关)?情况|举措[和及与]成效|不足[和及与]原因|(?:问题|不足|短板|弱项)[和及与](?:其)?(?:原因|成因)(?:分析)?|需要报告的情况|工作安排|主要安排|工作打算|工作计划|主要工作))(?=[\u4e00-\u9fff\d０-９]{6})(?![的和与及]|分析)/u;
const SECTION_PHRASE_GLUED =
  /^(主要(?:举措|措施|做法|成效|举措和成效|举措及成效)|存在(?:的)?(?:问题|不足)(?:和原因)?|工作(?:开展)?情况)(?:加强|强化|健全|完善|规范|深化|推进|提升|坚持|压实|夯实|落实|优化)/u;

/** A sentence without any heading: its subject or its time comes first. */
const NO_HEADING =
  /^(?:20\d\d年|今年|一年来|我[镇乡局街县区市委]|[镇乡]党委|党工委|局党组|全[镇乡局县区市]|通过|按照|根据|为|以|一是|组织|严格按照|制定|印发|召开|(?:深入|扎实|积极|广泛)?开展|积极组织|及时|成立|自觉接受[^，。]{2,12}，办理)/u;

function makeFinding(heading: Heading, lead: string, joint: number): RuleFinding {
  const { start } = heading.textSpan;
  const head = joint > 0 ? lead.slice(0, joint) : '';
  const span: Span = {
    start: heading.span.start,
    end: start + (joint > 0 ? Math.min(joint + SHOWN, lead.length) : Math.min(SHOWN * 3, lead.length)),
  };
  return {
    span,
    message:
      head === ''
        ? localized(
            '标题与正文连在一起，中间没有句号或换行，与其他同级标题不一致：请断开',
            'The heading runs into its text, unlike the others of its level: part them',
          )
        : localized(
            `标题“${head}”与正文连在一起，中间没有句号或换行：请断开`,
            `The heading ${head} runs into its text without a mark or a line end: part them`,
          ),
  };
}

/** How many characters of the text behind the joint are marked. */
const SHOWN = 4;
