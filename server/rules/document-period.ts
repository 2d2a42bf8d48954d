import type { ProjectDocument } from '../report/project.js';
import type { ParagraphContent } from '../report/report.js';
import { foldTitledName, type NamedPeriod, periodAt } from '../report/titled-names.js';
import { lazy } from '../text/lazy.js';
import { isRightWithPeriod, namesWithPeriod, periodsOf } from './listed-documents.js';
import { localized } from './localized.js';
import type { Span } from '../text/span.js';
import type { Fix, ParagraphRule, RuleFinding, SourceEdit } from './rule.js';

/** What stands between the two years of a period, and what may follow it, before folding: 2021—2025年. */
const DASHES = [...'—–―-－~～〜∼一至到'];
const BEHIND_DASH = [
  ...'0123456789０１２３４５６７８９ \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u3000\ufeff',
];

/** 文件时段写错: wrong period in the full name of a listed document. */
export const documentPeriod: ParagraphRule = {
  id: 'document-period',
  group: 'years',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'safe',
  name: localized('文件时段写错', 'Wrong period of a document'),
  finds: localized(
    '国家文件全称所带的起止年份不对（《法治政府建设实施纲要（2022—2025年）》）。省、市、县自己的文件不算。',
    'The period in the full name of a national document is wrong; documents of provinces, cities and counties have their own.',
  ),
  why: localized(
    '起止年份是文件名称的一部分，写错就成了不存在的文件。',
    'The period is part of the name; with a wrong one the document does not exist.',
  ),
  triggers: DASHES.flatMap((dash) => BEHIND_DASH.map((next) => dash + next)),
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇深入落实《法治政府建设实施纲要（2022—2025年）》，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening:
            '2024年，清源镇深入落实《法治政府建设实施纲要（2021-2025年）》《法治社会建设实施纲要（2020—2025年）》《江南省法治政府建设实施纲要（2022—2026年）》，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check(paragraph, context) {
    if (paragraph.role === 'furniture') return [];
    const { documents } = context.project.terms;
    return [...inTitleMarks(paragraph, documents), ...withoutTitleMarks(paragraph.text, documents)];
  },
};

/** 省《法治社会建设实施纲要》: the province's own. */
const OWN_BEFORE = /[省市县区镇乡道州旗盟局我本]$/u;

/** Whether the second year of a period may stand between two offsets; folds nothing. */
function mayHoldPeriod(text: string, start: number, end: number): boolean {
  return SECOND_YEAR.test(text.slice(start, end));
}

/** Whether a name has its right period, inside its marks or behind them, as the documents print it. */
function isRight(text: string, span: Span, inner: Span): boolean {
  const name = text.slice(inner.start, inner.end);
  return isRightWithPeriod(name) || isRightWithPeriod(name + text.slice(span.end, span.end + PRINTED_PERIOD));
}

const PRINTED_PERIOD = '（2021—2025年）'.length;
const SECOND_YEAR = new RegExp(`[${DASHES.join('').replace('-', '\\-')}][${BEHIND_DASH.join('')}]`, 'u');
/** How far behind its marks the period of a name may stand. */
const REACH_BEHIND = 24;

function inTitleMarks({ text, titledNames }: ParagraphContent, documents: readonly ProjectDocument[]): RuleFinding[] {
  return titledNames.flatMap(({ span, inner }) => {
    if (!mayHoldPeriod(text, inner.start, span.end + REACH_BEHIND) || isRight(text, span, inner)) return [];
    const { core, period = periodAt(text, span.end) } = foldTitledName(text, inner);
    if (period === undefined || OWN_BEFORE.test(text.slice(Math.max(0, span.start - 1), span.start))) return [];
    return findingOf(text, core, period, documents);
  });
}

/** What may stand in front of a national document's name that lacks its 《; any other word may be the name of a place. */
const WORD_BEFORE =
  /(?:落实|贯彻|实施|执行|按照|对照|根据|依据|依照|围绕|学习|印发|发布|出台|颁布|国务院|中共中央|中央|国家|[和与及以对将了的])$/u;

function withoutTitleMarks(text: string, documents: readonly ProjectDocument[]): RuleFinding[] {
  return namesBeforeBrackets(text).flatMap(({ name, index }) => {
    const period = periodAt(text, index + name.length);
    const before = text.slice(Math.max(0, index - 6), index);
    if (period === undefined || /[《〈]$/u.test(before) || (/[\u4e00-\u9fff]$/u.test(before) && !WORD_BEFORE.test(before))) return [];
    return findingOf(text, name, period, documents);
  });
}

/** Names that stand right before a bracket, the longest where one ends in another. */
function namesBeforeBrackets(text: string): { readonly name: string; readonly index: number }[] {
  const names: { readonly name: string; readonly index: number }[] = [];
  for (const { index } of text.matchAll(/[（(]/gu)) {
    if (!lastCharacters().has(text.charAt(index - 1))) continue;
    const name = namesWithPeriod().find((known) => text.endsWith(known, index));
    if (name !== undefined) names.push({ name, index: index - name.length });
  }
  return names;
}

const lastCharacters = lazy(() => new Set(namesWithPeriod().map((name) => name.charAt(name.length - 1))));

function findingOf(text: string, core: string, period: NamedPeriod, documents: readonly ProjectDocument[]): RuleFinding[] {
  const editions = periodsOf(core, documents);
  const [first, second] = period.values;
  const last = Math.max(...editions.map(([, end]) => end));
  // A successor may be in force already.
  const isKnown = editions.length === 0 || editions.some(([from, to]) => from === first && to === second) || first >= last;
  if (isKnown) return [];
  const likely = likelyEditions(editions, first, second);
  const span = { start: period.first.start, end: period.second.end };
  const printed = likely.map(([from, to]) => `${from}—${to}年`);
  const fixes = likely.map(
    (edition, index): Fix => ({
      kind: likely.length === 1 ? 'safe' : 'choice',
      title: localized(`改为“${printed[index]}”`, `Change to ${printed[index]}`),
      edits: editsTo(edition, period),
    }),
  );
  return [
    {
      span,
      message: localized(
        `“${text.slice(span.start, span.end)}”不是《${core}》的起止年份：应为${printed.join('或')}`,
        `${text.slice(span.start, span.end)} is not the period of ${core}: it is ${printed.join(' or ')}`,
      ),
      fixes,
    },
  ];
}

/** The editions that share a year with what is written; all where none or several do. */
function likelyEditions(
  editions: readonly (readonly [number, number])[],
  first: number,
  second: number,
): readonly (readonly [number, number])[] {
  const sharing = editions.filter(([from, to]) => from === first || to === second);
  return sharing.length === 1 ? sharing : editions;
}

function editsTo(edition: readonly [number, number], { first, second, values }: NamedPeriod): SourceEdit[] {
  return [first, second].flatMap((span, index) => (values[index] === edition[index] ? [] : [{ span, newText: String(edition[index]) }]));
}
