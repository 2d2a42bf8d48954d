import { parseEnclosedNumeral } from '../text/numerals.js';
import { isListStyle } from '../report/markers.js';
import type { Heading, MarkerStyle, Paragraph, Report } from '../report/report.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { localized } from './localized.js';
import { markerLike, renumberEdits } from './renumber.js';

/** 标题序号不连续: a number that repeats or skips among siblings. */
export const headingSequence: ReportRule = {
  id: 'heading-sequence',
  group: 'headings',
  scope: 'report',
  severity: 'error',
  fixable: 'safe',
  name: localized('标题序号不连续', 'Heading sequence'),
  finds: localized(
    '同级标题的序号重复或跳号。换了上级标题重新编号、三级序号跨（一）（二）连续编号、同一部分里有两组列举，都不算错。',
    'A number repeats or skips among siblings. Restarting under a new parent, level-3 numbers that count on, and two lists in one section are legal.',
  ),
  why: localized(
    '序号重复或跳号说明有标题增删后没有顺编，一眼可见。',
    'A repeated or skipped number shows that headings were added or deleted without renumbering.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查312次。\n（二）深化普法宣传。开展普法活动26场次。',
        },
      },
      {
        parts: {
          shortcomings:
            '三、存在的不足和原因\n一是执法力量不足，专业人员只有两名，原因是编制紧张、人员流动大，新进人员尚未取得执法资格，案件办理周期偏长。二是普法形式单一，主要是对新媒体运用不熟，线上内容更新不及时，青年群体参与度不高。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。\n1.召开专题会议4次。\n2.研究法治建设事项9项。\n（二）规范行政执法。\n3.开展行政检查312次。\n4.办理行政处罚案件18件。',
        },
        note: localized('三级序号可以连续编下去。', 'Level-3 numbers may count on.'),
      },
    ],
  },
  check(report) {
    return countInOrder(report.headings) ? NOTHING : runsOf(report).flatMap((run) => checkRun(report, run));
  },
};

const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** Whether headings, and those below each, count from 1 on in one style: there is but one way to read them. */
function countInOrder(siblings: readonly Heading[]): boolean {
  const first = siblings[0];
  let value = 1;
  for (const { level, marker, children } of siblings) {
    if (marker?.value !== value++ || marker.style !== first?.marker?.style || level !== first.level) return false;
    if (children.length > 0 && !countInOrder(children)) return false;
  }
  return true;
}

/** Headings of one style that should count in order, unnumbered level-1 ones among them. */
interface Run {
  readonly headings: Heading[];
  /** What the first should be numbered. */
  readonly first: number;
}

function runsOf(report: Report): Run[] {
  const runs: Run[] = [];
  const lastOfStyle = new Map<string, Run>();
  const visit = (siblings: readonly Heading[]): void => {
    for (const group of bySiblingStyle(siblings)) collectRuns(group, runs, lastOfStyle);
    for (const heading of siblings) visit(heading.children);
  };
  visit(report.headings);
  return runs;
}

/** Siblings of the same level and style, in order; an unnumbered heading stays with its level. */
function bySiblingStyle(siblings: readonly Heading[]): Heading[][] {
  const styleOfLevel = new Map<number, MarkerStyle>();
  for (const { level, marker } of siblings) if (marker !== undefined && !styleOfLevel.has(level)) styleOfLevel.set(level, marker.style);
  const groups = new Map<string, Heading[]>();
  for (const heading of siblings) {
    const key = `${heading.level} ${heading.marker?.style ?? styleOfLevel.get(heading.level)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [heading]);
    else group.push(heading);
  }
  return [...groups.values()].filter((group) => group.some(({ marker }) => marker !== undefined));
}

function collectRuns(siblings: readonly Heading[], runs: Run[], lastOfStyle: Map<string, Run>): void {
  const first = siblings[0];
  if (first === undefined) return;
  const key = `${first.level} ${first.marker?.style}`;
  let run: Run = { headings: [], first: countsOn(siblings, lastOfStyle.get(key)) ? (first.marker?.value ?? 1) : 1 };
  runs.push(run);
  siblings.forEach((heading, index) => {
    if (run.headings.length > 0 && isRestart(siblings, index)) {
      run = { headings: [], first: 1 };
      runs.push(run);
    }
    run.headings.push(heading);
  });
  lastOfStyle.set(key, run);
}

/** Whether a list goes on from the list of the same style under the section before: from its last number, or from what that should be. */
function countsOn(siblings: readonly Heading[], earlier: Run | undefined): boolean {
  const [first, second] = siblings;
  const value = first?.marker?.value;
  if (earlier === undefined || first === undefined || value === undefined || value === 1 || first.level <= 2) return false;
  const goesOn = second?.marker === undefined || second.marker.value > value;
  const corrected = earlier.first + earlier.headings.length;
  return goesOn && (value === corrected || value === (earlier.headings.at(-1)?.marker?.value ?? 0) + 1);
}

/**
 * Whether a list begins anew among the siblings: it counts from 1 again and goes on with 2 (or ends),
 * and something between the two lists introduces it.
 */
function isRestart(siblings: readonly Heading[], index: number): boolean {
  const heading = siblings[index];
  const previous = siblings[index - 1];
  if (heading?.marker?.value !== 1 || previous === undefined || heading.level === 1) return false;
  const next = siblings[index + 1]?.marker?.value;
  if (next !== undefined && next !== 2 && next !== 1) return false;
  if (carriesList(previous)) return true;
  const introduction = lastParagraph(previous);
  if (introduction === undefined) return false;
  const { text } = introduction;
  if (/[：:]$/u.test(text) || /(?:原因|如下|以下|下一步|今后)[^。]{0,30}$|^(?:经|究其)?[^。]{0,12}原因/u.test(text)) return true;
  // A list of sentences is interrupted by any other paragraph; below a heading on its own line one is only its text.
  const isInterruption = introduction !== previous.paragraphs[0] && (!previous.ownLine || previous.isSentence);
  return isListStyle(heading.marker.style) && isInterruption;
}

/** A further number of a list inside a paragraph: （2）, 2), ②, and 2. behind a mark. */
const INNER_MARKER = /[（(]?(\d{1,2})[）)]|([①-⑳])|(?<=[；。，][ \u3000]{0,2})(\d{1,2})[.．、](?!\d)/gu;

/** Whether a list's first item carries the others in its own paragraph: （1）…；（2）…；（3）…。 */
function carriesList({ marker, paragraphs }: Heading): boolean {
  const text = paragraphs[0]?.text;
  if (marker === undefined || text === undefined || !isListStyle(marker.style)) return false;
  return [...text.matchAll(INNER_MARKER)].some((match) => {
    const value = match[2] === undefined ? Number(match[1] ?? match[3]) : parseEnclosedNumeral(match[2]);
    return value === marker.value + 1;
  });
}

/** The paragraph of running text that stands last below a heading. */
function lastParagraph(heading: Heading): Paragraph | undefined {
  const child = heading.children.at(-1);
  return (child === undefined ? undefined : lastParagraph(child)) ?? heading.paragraphs.at(-1);
}

function checkRun(report: Report, { headings, first }: Run): RuleFinding[] {
  const wrong = wrongNumbers(headings, first);
  const start = wrong[0];
  if (start === undefined) return [];
  // All findings of a run share its renumbering: mending one mends those that follow from it.
  const edits = renumberEdits(report, headings.slice(start), first + start);
  const seen = new Set<number>();
  const repeated = new Set<Heading>();
  for (const heading of headings) {
    if (heading.marker === undefined) continue;
    if (seen.has(heading.marker.value)) repeated.add(heading);
    seen.add(heading.marker.value);
  }
  // A second 一、 may be a list that was meant to stand a level lower: only its writer knows.
  const kind = wrong.some((index) => headings[index]?.level === 1 && headings[index]?.marker?.value === 1) ? 'choice' : 'safe';
  return wrong.flatMap((index) => {
    const heading = headings[index];
    return heading === undefined
      ? []
      : [sequenceFinding(report, heading, headings[index - 1], first + index, repeated.has(heading), { kind, edits })];
  });
}

/** Indexes of the headings whose number is not what the ones before call for. */
function wrongNumbers(headings: readonly Heading[], first: number): number[] {
  const wrong: number[] = [];
  let expected = first;
  // After a wrong number the next may go on from it or from what it should have been.
  let alternative: number | undefined;
  let hasUnnumbered = false;
  headings.forEach(({ marker }, index) => {
    if (marker === undefined) {
      hasUnnumbered = true;
      expected++;
      alternative = undefined;
      return;
    }
    // The number that an unnumbered heading will take moves all that follow; heading-number-missing says so.
    const isSilenced = hasUnnumbered && marker.value === expected - 1;
    if (marker.value !== expected && marker.value !== alternative && !isSilenced) {
      wrong.push(index);
      alternative = expected + 1;
    } else {
      alternative = undefined;
    }
    expected = marker.value + 1;
  });
  return wrong;
}

function sequenceFinding(
  report: Report,
  heading: Heading,
  previous: Heading | undefined,
  value: number,
  isRepeat: boolean,
  renumbering: Pick<Fix, 'kind' | 'edits'>,
): RuleFinding {
  const span = heading.marker?.span ?? heading.span;
  const own = report.source.slice(span);
  const before = previous?.marker === undefined ? undefined : report.source.slice(previous.marker.span);
  const should = markerLike(report, heading, value).trim();
  const chinese = isRepeat ? `序号“${own}”重复` : before === undefined ? `序号从“${own}”开始` : `序号从“${before}”跳到“${own}”`;
  const english = isRepeat
    ? `The number ${own} repeats`
    : before === undefined
      ? `Numbering begins at ${own}`
      : `The number skips from ${before} to ${own}`;
  return {
    span,
    message: localized(`${chinese}：此处应为“${should}”，请顺编`, `${english}: it should be ${should}`),
    ...(previous === undefined ? {} : { related: [{ span: previous.span, message: localized('前一个标题', 'The heading before') }] }),
    fixes:
      renumbering.edits.length === 0
        ? []
        : [{ ...renumbering, title: localized('从第一处错号起顺编序号', 'Renumber from the first wrong number on') }],
  };
}
