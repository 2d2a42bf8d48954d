import { FIXED_TERM_GROUPS } from '../knowledge/fixed-terms.js';
import type { TermEntry } from '../knowledge/term-entry.js';
import type { Paragraph, ParagraphContent } from '../report/report.js';
import { lazy } from '../text/lazy.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import { isInQuotes, isInTitleMarks } from './quoted-places.js';
import { replacement } from './replacement.js';
import type { Fix, LocalizedText, ReportRule, RuleFinding } from './rule.js';
import { type TermMatch, termMatcher } from './term-matcher.js';

const entriesOf = (): readonly TermEntry[] => FIXED_TERM_GROUPS.flatMap(({ entries }) => entries);
const NOTHING: readonly TermMatch[] = Object.freeze([]);
const termFinder = lazy(() => termMatcher(entriesOf()));

/** A miswritten term in the untouched text. */
interface PlacedTerm {
  readonly entry: TermEntry;
  readonly span: Span;
  readonly fix: Fix;
}

/** 固定提法有误: fixed terms of the field miswritten, with a severity of their own each. */
export const fixedTerm: ReportRule = {
  id: 'fixed-term',
  group: 'terms',
  scope: 'report',
  severity: 'error',
  fixable: 'safe',
  name: localized('固定提法有误', 'Fixed term miswritten'),
  finds: localized(
    '固定提法写错：党政主要责任人、二十大届三中全会、重大执法决定法治审核报错误；党政负责人……第一责任人、截止目前报警告；“枫桥”经验、没有引号的八五普法等只提示，每种全文一次。',
    'Fixed terms miswritten: 党政主要责任人, 二十大届三中全会 (error), 截止目前 (warning), “枫桥”经验 (hint, once a file each).',
  ),
  why: localized('提法有出处，一字之差就不是那个提法了。', 'These terms have a source; one character off and it is another term.'),
  basis: localized(
    '《党政主要负责人履行推进法治建设第一责任人职责规定》等文件的用语',
    'Wording of the Provisions on the principal persons’ duties and other documents',
  ),
  get triggers() {
    return [...new Set(entriesOf().flatMap(({ wrong, triggers }) => triggers ?? [wrong]))];
  },
  examples: {
    bad: [
      {
        parts: {
          duties:
            '三、党政主要责任人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。深入学习党的二十大届三中全会精神，召开专题会议4次。\n（二）规范行政执法。落实重大执法决定法治审核制度，开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。深入学习党的二十大和二十届三中全会精神，召开专题会议4次，压实企业安全生产主要责任人责任。\n（二）规范行政执法。落实重大执法决定法制审核制度，开展行政检查312次。报名截止日期前受理申请18件。',
        },
      },
    ],
  },
  check(report, candidates) {
    const found = candidates.flatMap(matchesIn);
    if (found.length === 0) return [];
    const mixed = entriesOf().filter(({ right, mixture }) => mixture === true && report.source.text.includes(right));
    const facts: Facts = { year: report.year?.value, mixed: new Set(mixed) };
    const terms = found.flatMap((match) => (isWrongHere(match, facts) ? [placed(match)] : []));
    const grave = terms.filter(({ entry }) => entry.severity !== 'hint').map(findingFor);
    return [...grave, ...hints(terms.filter(({ entry }) => entry.severity === 'hint'))];
  },
};

/** What an entry may ask of the report as a whole. */
interface Facts {
  readonly year: number | undefined;
  /** Entries whose right form stands somewhere in the file. */
  readonly mixed: ReadonlySet<TermEntry>;
}

/** Where an entry stands. */
interface FoundTerm {
  readonly paragraph: Paragraph;
  readonly match: TermMatch;
}

function matchesIn(paragraph: Paragraph): FoundTerm[] {
  return paragraph.fact(readTerms).map((match) => ({ paragraph, match }));
}

/** A key of `fact`. */
function readTerms({ role, text }: ParagraphContent): readonly TermMatch[] {
  const found = role === 'furniture' ? NOTHING : termFinder()(text);
  return found.length === 0 ? NOTHING : found;
}

function placed({ paragraph, match: { entry, start, end } }: FoundTerm): PlacedTerm {
  const fix = replacement(entry.wrong, entry.right, start, entry.doubtful === true ? 'choice' : 'safe');
  return {
    entry,
    span: paragraph.toSource({ start, end }),
    fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: paragraph.toSource(edit.span) })) },
  };
}

/** Names of documents and, where it is a matter of style, names of campaigns are quoted as they are. */
function isWrongHere({ paragraph: { text }, match: { entry, start } }: FoundTerm, { year, mixed }: Facts): boolean {
  if (entry.since !== undefined && (year === undefined || year < entry.since)) return false;
  if (isInTitleMarks(text, start) || (entry.severity === 'hint' && isInQuotes(text, start))) return false;
  return entry.mixture !== true || mixed.has(entry);
}

function findingFor({ entry, span, fix }: PlacedTerm): RuleFinding {
  return {
    span,
    ...(entry.severity === undefined ? {} : { severity: entry.severity }),
    message: messageFor(entry),
    fixes: [fix],
  };
}

/** One hint a file for each right form, with its other places. */
function hints(terms: readonly PlacedTerm[]): RuleFinding[] {
  const byRight = new Map<string, PlacedTerm[]>();
  for (const term of terms) {
    const known = byRight.get(term.entry.right);
    if (known === undefined) byRight.set(term.entry.right, [term]);
    else known.push(term);
  }
  return [...byRight.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const edits = places.flatMap(({ fix }) => fix.edits);
    return oncePerFile({
      places: places.map(({ span }) => span),
      severity: 'hint',
      message: hintFor(first.entry, places.length),
      fix: { kind: first.fix.kind, title: first.fix.title, edits },
    });
  });
}

function messageFor({ wrong, right, severity }: TermEntry): LocalizedText {
  if (severity === undefined)
    return localized(`“${wrong}”不是规范提法：应改为“${right}”`, `"${wrong}" is not the fixed term: change to "${right}"`);
  return localized(`“${wrong}”与规范提法不符：一般写“${right}”`, `"${wrong}" departs from the fixed term: usually "${right}"`);
}

function hintFor({ wrong, right, mixture }: TermEntry, count: number): LocalizedText {
  const places = count > 1 ? `（共${count}处）` : '';
  const many = count > 1 ? ` (${count} places)` : '';
  if (mixture === true)
    return localized(
      `${wrong}有的加引号、有的不加${places}：建议统一为${right}`,
      `${wrong} with and without quotes${many}: use ${right} throughout`,
    );
  return localized(`${wrong}的通行写法是${right}${places}`, `${wrong} is usually written ${right}${many}`);
}
