import type { Paragraph, Report } from '../report/report.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** A line that stops here cannot be a whole sentence. */
const STOPS_IN_MID =
  /[，、,《“‘（(—的和与及对在将把为以向从按被使让等并或是于到至自由经]$|(?:召开|举办|制定|打造|健全|构建|营造|建立|带动|参加|邀请|制发|联合|会同|围绕|针对|聚焦|通过|根据|按照)$/u;
/** A line that begins so cannot be the beginning of a sentence. */
const GOES_ON = /^[，。；：、）」』》”’！？,;:)!?的了着过和与及等地得们性化者率]/u;
/** An item of a list: whatever introduces it has its end there. */
const BEGINS_ITEM =
  /^(?:[一二三四五六七八九十]{1,3}[是要、]|第[一二三四五六七八九十]{1,3}[，,、是]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|\d{1,2}[.．、]|首先|其次|再次|最后)/u;
/** Beginnings of a new paragraph: a missing full stop above it is likelier than a cut. */
const BEGINS_ANEW =
  /^(?:同时|此外|另外|下一步|今后|截至|截止|(?:19|20)\d\d年|今年|全年|近年来|[我全](?:镇|乡|街道|县|区|市|局)|特此|以上|附件?[:：]|[—–-]{1,2})/u;
/** How much of each half is shown and marked, in characters. */
const SHOWN = 8;
/** Lines of a hard-wrapped file are this alike in length, in characters. */
const WRAP_TOLERANCE = 3;
const FEWEST_WRAPS = 6;

/** 段落被截断: one sentence over two paragraphs. */
export const brokenParagraph: ReportRule = {
  id: 'broken-paragraph',
  group: 'residue',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  name: localized('段落被截断', 'Broken paragraph'),
  finds: localized(
    '一句话断在两段里：上一段没有句末标点就结束，下一段接着说。',
    'One sentence runs over two paragraphs: the first ends without a mark, the second goes on.',
  ),
  why: localized(
    '多半是从 PDF、网页复制时在换页处断开的，读起来莫名其妙。',
    'It mostly comes from the page ends of a PDF or web page and makes no sense to a reader.',
  ),
  examples: {
    bad: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法\n渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次。\n拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
  },
  check(report) {
    const breaks: Break[] = [];
    for (const paragraph of report.paragraphs) {
      if (paragraph.pieces.length > 1 && (paragraph.role === 'body' || paragraph.role === 'opening')) {
        for (const found of breaksOf(report, paragraph)) breaks.push(found);
      }
    }
    return isHardWrapped(breaks) ? [] : breaks.filter(isSure).map((found) => findingOf(report, found));
  },
};

/** Where a logical paragraph was joined: the end of one line and the beginning of the next. */
interface Break {
  readonly line: Span;
  readonly next: Span;
  readonly before: string;
  readonly after: string;
}

function breaksOf({ source }: Report, { pieces }: Paragraph): Break[] {
  return pieces.slice(1).flatMap((next, index) => {
    const line = pieces[index];
    if (line === undefined) return [];
    const before = source.slice({ start: Math.max(line.start, line.end - SHOWN), end: line.end });
    const after = source.slice({ start: next.start, end: Math.min(next.end, next.start + 2 * SHOWN) });
    return [{ line, next, before, after }];
  });
}

/** Lines all cut at the same width are a way to save a text, not a slip. */
function isHardWrapped(breaks: readonly Break[]): boolean {
  if (breaks.length < FEWEST_WRAPS) return false;
  const lengths = breaks.map(({ line }) => line.end - line.start).sort((a, b) => a - b);
  const middle = lengths[lengths.length >> 1] ?? 0;
  const alike = lengths.filter((length) => Math.abs(length - middle) <= WRAP_TOLERANCE).length;
  return alike * 3 >= breaks.length * 2;
}

function isSure({ before, after }: Break): boolean {
  if (BEGINS_ITEM.test(after)) return false;
  if (GOES_ON.test(after) || STOPS_IN_MID.test(before)) return true;
  return !BEGINS_ANEW.test(after) && /[\u4e00-\u9fff\d%A-Za-z]$/u.test(before);
}

function findingOf({ source }: Report, { line, next, before, after }: Break): RuleFinding {
  const gap = { start: line.end, end: next.start };
  const rest = after.slice(0, SHOWN);
  return {
    span: { start: Math.max(line.start, line.end - SHOWN), end: line.end },
    message: localized(
      `一句话断在“${before}”，下一段接“${rest}”：请接成一段，确是两段的请补上句末标点`,
      `The paragraph breaks off at "${before}" and goes on with "${rest}": join them, or end the sentence`,
    ),
    related: [
      {
        span: { start: next.start, end: Math.min(next.end, next.start + SHOWN) },
        message: localized('接在这里', 'It goes on here'),
      },
    ],
    // Marks between the lines (a list sign, bold) are not ours to delete.
    fixes:
      source.slice(gap).trim() === ''
        ? [{ kind: 'safe', title: localized('接成一段', 'Join the paragraphs'), edits: [{ span: gap, newText: '' }] }]
        : [],
  };
}
