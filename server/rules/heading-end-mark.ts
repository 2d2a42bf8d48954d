import type { Heading, Report } from '../report/report.js';
import type { ReportRule } from './rule.js';
import { hasTextBelow } from './heading-text.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

/** 标题末尾有标点: a heading on its own line ends in a mark while its siblings do not. */
export const headingEndMark: ReportRule = {
  id: 'heading-end-mark',
  group: 'headings',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('标题末尾有标点', 'Mark at the end of a heading'),
  finds: localized(
    '单独成行的标题末尾有句号或冒号，而其他同级标题没有。标题后面紧接正文的（“（一）……。正文”），不算。',
    'A heading on its own line ends in 。 or ： while the others of its level do not; run-in headings keep theirs.',
  ),
  why: localized('单独成行的标题末尾不加标点，同级标题要一致。', 'A heading on its own line has no end mark, and siblings look alike.'),
  examples: {
    bad: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排：\n2025年，我镇将补齐执法力量短板，新增执法人员3名，组织业务培训6次；将拓展线上普法渠道，开设普法专栏，全年推送普法内容50期以上，推动法治政府建设再上新台阶。',
        },
      },
    ],
    good: [{ parts: {} }],
  },
  check(report) {
    const marked = report.allHeadings.filter((heading) => hasEndMark(report, heading) && isHeadingProper(heading));
    if (marked.length === 0) return [];
    const siblings = groupBy(report, siblingKey);
    const peers = groupBy(report, levelKey);
    const spans = marked
      .filter((heading) => {
        const own = siblings.get(siblingKey(heading)) ?? [];
        return isException(report, own.length > 1 ? own : (peers.get(levelKey(heading)) ?? []));
      })
      .map((heading) => endMarkSpan(report, heading));
    const marks = [...new Set(spans.map((span) => report.source.slice(span)))].map((mark) => `“${mark}”`).join('、');
    const count = spans.length > 1 ? `${spans.length}个` : '';
    return oncePerFile({
      places: spans,
      message: localized(
        `${count}单独成行的标题末尾有${marks}，其他同级标题没有：应删去`,
        `${spans.length > 1 ? `${spans.length} headings on their own lines end` : 'This heading on its own line ends'} in a mark, unlike the others of the level: delete it`,
      ),
      fix: {
        kind: 'safe',
        title: localized('删去标题末尾的标点', 'Delete the mark at the end'),
        edits: spans.map((span) => ({ span, newText: '' })),
      },
    });
  },
};

/** Headings and items on their own lines, by a key. */
function groupBy(report: Report, keyOf: (heading: Heading) => string): ReadonlyMap<string, readonly Heading[]> {
  const groups = new Map<string, Heading[]>();
  for (const heading of report.allHeadings) {
    if (!heading.ownLine) continue;
    const group = groups.get(keyOf(heading));
    if (group === undefined) groups.set(keyOf(heading), [heading]);
    else group.push(heading);
  }
  return groups;
}

function levelKey({ level, marker }: Heading): string {
  return `${level} ${marker?.style}`;
}

function siblingKey(heading: Heading): string {
  return `${levelKey(heading)} ${heading.parent?.span.start}`;
}

/** Whether most headings of a group, and one with text below it among them, end without a mark. */
function isException(report: Report, group: readonly Heading[]): boolean {
  const unmarked = group.filter((heading) => !hasEndMark(report, heading));
  return 2 * unmarked.length >= group.length && unmarked.some(isHeadingProper);
}

/** A heading on its own line that has text or headings below it; anything else may be an item of a list. */
function isHeadingProper(heading: Heading): boolean {
  const { ownLine, text } = heading;
  return ownLine && text.length <= LONGEST_HEADING && !COUNT.test(text) && hasTextBelow(heading);
}

const LONGEST_HEADING = 45;
/** A quantity, which a heading does not have. */
const COUNT = /\d余?[次件人场名份条项户家期个万%]/u;

function endMarkSpan(report: Report, { textSpan }: Heading): { start: number; end: number } {
  const start = textSpan.end;
  const tail = report.source.text.slice(start, start + MOST_MARKS);
  return { start, end: start + (END_MARKS.exec(tail)?.[0].length ?? 0) };
}

/** Whether 。：:；; stands behind a heading's words. */
function hasEndMark({ source: { text } }: Report, { textSpan }: Heading): boolean {
  const code = text.charCodeAt(textSpan.end);
  return code === 0x3002 || code === 0xff1a || code === 0x3a || code === 0xff1b || code === 0x3b;
}

const MOST_MARKS = 4;
const END_MARKS = /^[。：:；;]{1,4}/u;
