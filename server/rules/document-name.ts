import type { Project } from '../report/project.js';
import { type FoldedName, foldTitledName, type TitledName } from '../report/titled-names.js';
import {
  bareName,
  isRightAsWritten,
  isRightName,
  issuersLength,
  namesLike,
  type KnownName,
  mistakenNames,
  projectNames,
} from './listed-documents.js';
import { localized } from './localized.js';
import { type NameSlip, slipsOf } from './name-slips.js';
import type { Fix, ParagraphRule, RuleFinding, SourceEdit } from './rule.js';
import type { Span } from '../text/span.js';

/** 文件名称写错: a name in 《》 a slip of the pen away from a listed document's. */
export const documentName: ParagraphRule = {
  id: 'document-name',
  group: 'terms',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  name: localized('文件名称写错', 'Name of a document miswritten'),
  finds: localized(
    '书名号里的法律、法规、文件名称与正式名称差一两个字（“督查工作规定”“招投标法”“法制政府建设实施纲要”）。',
    'A name in 《》 is a character or two away from that of a listed national law or document.',
  ),
  why: localized(
    '法治政府建设的报告写错法律和文件的名称，最伤公信力。',
    'A report on law-based government must not get the name of a law wrong.',
  ),
  triggers: ['《'],
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇认真落实《法治政府建设与责任落实督查工作规定》，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，学习《法制政府建设实施纲要（2021—2025年）》《预防未成年犯罪法》。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，学习《法治政府建设与责任落实督察工作规定》《信访工作条例》《民法典》。\n（二）规范行政执法。落实《清源镇重大行政决策程序规定》《广东省法治政府建设实施方案（2021—2025年）》，开展行政检查312次。',
        },
        note: localized('本地文件的名称不与国家文件相比。', 'Names of local documents are not compared.'),
      },
    ],
  },
  check(paragraph, context) {
    if (paragraph.role === 'furniture') return NOTHING;
    const { text } = paragraph;
    const doubtful = paragraph.titledNames.filter(({ inner }) => !isKnownAsWritten(text, inner));
    if (doubtful.length === 0) return NOTHING;
    const remembered = new Map<string, readonly Slipped[]>();
    return doubtful.flatMap((name) => checkName(text, name, context.project, remembered));
  },
};

const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** Shortest and longest names that are compared, in characters of the folded name. */
const SHORTEST = 3;
const LONGEST = 60;

/** Nearly every name is right: it need not be folded then. */
function isKnownAsWritten(text: string, { start, end }: Span): boolean {
  return end - start <= LONGEST && isRightAsWritten(text.slice(start, end));
}

function checkName(text: string, name: TitledName, project: Project, remembered: Map<string, readonly Slipped[]>): RuleFinding[] {
  if (name.inner.end - name.inner.start < SHORTEST) return [];
  const folded = foldTitledName(text, name.inner);
  const { core } = folded;
  if (core.length < SHORTEST || core.length > LONGEST || isRightName(core)) return [];
  const own = projectNames(project.terms.documents);
  if (
    own.some((known) => known.core === core) ||
    project.terms.allow.some((word) => word === core || word === text.slice(name.inner.start, name.inner.end))
  )
    return [];
  const corrections = mistakenCorrection(folded) ?? slipCorrections(folded, own, remembered);
  if (corrections.length === 0) return [];
  return [makeFinding(text, name, corrections)];
}

/** The edits that make the name right. */
type Correction = readonly SourceEdit[];

function mistakenCorrection({ core, at }: FoldedName): readonly Correction[] | undefined {
  const wrong = bareName(core);
  const right = mistakenNames().get(wrong);
  if (right === undefined) return undefined;
  const offset = core.length - wrong.length;
  let start = 0;
  while (start < Math.min(wrong.length, right.length) && wrong[start] === right[start]) start++;
  let same = 0;
  while (same < Math.min(wrong.length, right.length) - start && wrong.at(-1 - same) === right.at(-1 - same)) same++;
  const end = wrong.length - same;
  const from = positionOf(at, offset + start);
  const span = { start: from, end: end > start ? positionOf(at, offset + end - 1) + 1 : from };
  return [[{ span, newText: right.slice(start, right.length - same) }]];
}

/** A right name and the slips that lead from it to the written one. */
interface Slipped {
  readonly right: string;
  readonly slips: readonly NameSlip[];
}

/** `remembered` holds what is known of the names of one paragraph: what is wrong once is wrong again. */
function slipCorrections(
  { core, at }: FoldedName,
  own: readonly KnownName[],
  remembered: Map<string, readonly Slipped[]>,
): readonly Correction[] {
  const skipped = issuersLength(core);
  const nearest = remembered.get(core) ?? nearestNames(core.slice(skipped), own);
  remembered.set(core, nearest);
  return nearest.map(({ right, slips }) => slips.flatMap((slip) => editsOf(slip, right, at, skipped)));
}

/** The right names that the fewest slips lead to. */
function nearestNames(written: string, own: readonly KnownName[]): Slipped[] {
  let nearest: Slipped[] = [];
  for (const names of [namesLike(written), own]) {
    for (const known of names) {
      const slips = slipsOf(written, known);
      const fewest = nearest[0]?.slips.length ?? Number.POSITIVE_INFINITY;
      if (slips === undefined || slips.length > fewest) continue;
      nearest = [...(slips.length < fewest ? [] : nearest), { right: known.core, slips }];
    }
  }
  return nearest;
}

function editsOf({ kind, at: index, in: inRight }: NameSlip, right: string, at: readonly number[], skipped: number): SourceEdit[] {
  const here = positionOf(at, skipped + index);
  const replace = (start: number, newText: string): SourceEdit => ({ span: { start, end: start + 1 }, newText });
  switch (kind) {
    case 'swapped':
      return [replace(here, right.charAt(inRight)), replace(positionOf(at, skipped + index + 1), right.charAt(inRight + 1))];
    case 'replaced':
      return [replace(here, right.charAt(inRight))];
    case 'extra':
      return [replace(here, '')];
    case 'missing':
      return [{ span: { start: here, end: here }, newText: right.charAt(inRight) }];
  }
}

/** Offset of a character of the folded name; behind its last one for an index beyond it. */
function positionOf(at: readonly number[], index: number): number {
  return at[index] ?? (at.at(-1) ?? 0) + 1;
}

function makeFinding(text: string, { span }: TitledName, corrections: readonly Correction[]): RuleFinding {
  const written = text.slice(span.start, span.end);
  const right = corrections.map((edits) => applied(text, span.start, span.end, edits));
  const fixes = corrections.map(
    (edits, index): Fix => ({
      kind: corrections.length === 1 ? 'safe' : 'choice',
      title: localized(`改为“${right[index]}”`, `Change to ${right[index]}`),
      edits,
    }),
  );
  return {
    span,
    message: localized(
      `“${written}”与正式名称不符：应改为“${right.join('”或“')}”`,
      `${written} is not the name of the document: write ${right.join(' or ')}`,
    ),
    fixes,
  };
}

function applied(text: string, start: number, end: number, edits: Correction): string {
  let result = '';
  let at = start;
  for (const { span, newText } of edits) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at, end);
}
