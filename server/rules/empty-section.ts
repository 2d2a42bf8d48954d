import type { Heading, MarkerStyle, Report, Section } from '../report/report.js';
import { sectionBodySkeleton } from '../report/skeleton.js';
import { isListStyle } from '../report/markers.js';
import type { Fix, ReportRule, RuleFinding } from './rule.js';
import { selectFirstBlank } from './blanks.js';
import { localized } from './localized.js';
import { sectionName, hasTextBelow } from './section-facts.js';
import { skeletonOptions } from './section-insertion.js';

/** 标题下没有内容: a heading with no text below it. */
export const emptySection: ReportRule = {
  id: 'empty-section',
  group: 'structure',
  scope: 'report',
  severity: 'error',
  fixable: 'choice',
  name: localized('标题下没有内容', 'Empty section'),
  finds: localized(
    '标题后面没有正文就到了下一个同级或上级标题。规定内容的标题为错误，其他标题为警告。',
    'A heading with no text before the next one. An error for a mandated section, else a warning.',
  ),
  why: localized('多半是删了正文忘了删标题，或者还没写完。', 'Its text was deleted or is still to be written.'),
  examples: {
    bad: [
      { parts: { duties: '三、党政主要负责人履行推进法治建设第一责任人职责情况' } },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导\n（二）规范行政执法\n开展行政检查312次，办理行政处罚案件18件，案卷评查合格率100%，组织执法培训5次，受训46人次。',
        },
      },
    ],
    good: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将针对存在的不足，重点做好以下工作：\n（一）补齐执法力量短板，新增执法人员3名，组织业务培训6次；\n（二）拓展线上普法渠道，开设普法专栏；\n（三）全年推送普法内容50期以上。',
        },
        note: localized('引语之后的条目不是空标题。', 'Items after an introduction are no empty headings.'),
      },
    ],
  },
  check(report) {
    const findings: RuleFinding[] = [];
    let sections: ReadonlyMap<Heading, Section> | undefined;
    const sectionOf = (heading: Heading): Section | undefined => {
      sections ??= new Map(report.sections.map((section) => [section.heading, section]));
      return sections.get(heading);
    };
    const visit = (siblings: readonly Heading[]): void => {
      if (!siblings.some((heading) => isEmpty(report, heading))) {
        for (const { children } of siblings) if (children.length > 0) visit(children);
        return;
      }
      const bare = new Set(siblings.filter((heading) => isEmpty(report, heading)));
      const makes = makesOf(siblings);
      for (const heading of siblings) {
        const section = sectionOf(heading);
        if (!bare.has(heading)) visit(heading.children);
        else if (section !== undefined) findings.push(sectionFinding(report, section));
        // One that holds nothing but bare headings speaks for them.
        else if (!isListItem(report, heading, siblings, bare.size, makes)) findings.push(bareHeading(heading));
      }
    };
    visit(report.headings);
    return findings;
  },
};

/** Whether nothing stands under a heading but, perhaps, headings under which nothing stands. */
function isEmpty(report: Report, heading: Heading): boolean {
  return heading.ownLine && !hasTextBelow(report, heading);
}

function bareHeading(heading: Heading): RuleFinding {
  return {
    span: heading.span,
    severity: 'warning',
    message: localized('标题下没有内容：请补写正文，或删去这个标题', 'Nothing stands under this heading: write its text or delete it'),
  };
}

function sectionFinding(report: Report, section: Section): RuleFinding {
  const { heading, kinds } = section;
  const kind = section.themed ? undefined : kinds[0];
  if (kind === undefined) return bareHeading(heading);
  const name = sectionName(kind);
  return {
    span: heading.span,
    message: localized(
      `“${name['zh-CN']}”只有标题没有内容：这是规定要写的一项，请补写`,
      `"${name.en}" has a heading but no text: the regulation wants it written`,
    ),
    // An outline would number its parts beside those that stand there.
    fixes: heading.children.length > 0 ? [] : [skeletonFix(report, heading, kind)],
  };
}

function skeletonFix(report: Report, heading: Heading, kind: NonNullable<Section['kinds'][number]>): Fix {
  const eol = report.source.lineEnd;
  const skeleton = sectionBodySkeleton(kind, skeletonOptions(report));
  const newText = eol + skeleton.text.replaceAll('\n', eol);
  const at = heading.content.start;
  return {
    kind: 'choice',
    title: localized('插入这一部分的提纲', 'Insert the outline of this section'),
    edits: [{ span: { start: at, end: at }, newText }],
    ...selectFirstBlank(at, newText),
  };
}

/** How many siblings carry a style of number, and how many of these are whole sentences. */
interface Make {
  readonly count: number;
  readonly sentences: number;
}

function makesOf(siblings: readonly Heading[]): ReadonlyMap<MarkerStyle | undefined, Make> {
  const makes = new Map<MarkerStyle | undefined, Make>();
  for (const { marker, isSentence } of siblings) {
    const { count, sentences } = makes.get(marker?.style) ?? { count: 0, sentences: 0 };
    makes.set(marker?.style, { count: count + 1, sentences: sentences + Number(isSentence) });
  }
  return makes;
}

/** Items of a list rather than headings: sentences, long clauses, low styles among bare siblings, or items after an introduction with a colon. */
function isListItem(
  report: Report,
  heading: Heading,
  siblings: readonly Heading[],
  bareSiblings: number,
  makes: ReadonlyMap<MarkerStyle | undefined, Make>,
): boolean {
  const endsAsSentence = /[。；;！]/u.test(report.source.text.charAt(heading.textSpan.end)) || heading.text.length > 40;
  const isForgotten = heading.text.length <= SHORT_HEADING && siblings.length > 2 && bareSiblings === 1 && !isShortcoming(heading);
  if (endsAsSentence && !isForgotten) return true;
  // A sentence without its full stop among sentences that are numbered.
  const make = makes.get(heading.marker?.style);
  const others = (make?.count ?? 1) - 1;
  if (others > 0 && (make?.sentences ?? 0) - Number(heading.isSentence) === others) return true;
  if (heading.marker !== undefined && isListStyle(heading.marker.style)) return bareSiblings > 1 || siblings.length === 1;
  return bareSiblings === siblings.length && isIntroduced(report, heading.parent);
}

/** 四、2025年工作打算： or a paragraph that ends so announces the items that follow. */
function isIntroduced(report: Report, parent: Heading | undefined): boolean {
  if (parent === undefined) return false;
  const introduction = parent.paragraphs[0]?.text ?? '';
  return /[：:]/u.test(report.source.text.charAt(parent.textSpan.end)) || /[：:]$/u.test(introduction);
}

/** Longest run-in heading, in characters, that says nothing by itself: （一）强化领导。 */
const SHORT_HEADING = 25;

/** A shortcoming named in a short sentence (（一）法治意识有待提高。) is text. */
function isShortcoming(heading: Heading): boolean {
  let top = heading;
  while (top.parent !== undefined) top = top.parent;
  return top.kinds.includes('shortcomings') || top.kinds.includes('plan');
}
