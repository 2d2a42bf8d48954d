import { COUNTING_TRIGGERS } from '../report/counting-words.js';
import { mayHoldListFault } from './list-faults.js';
import type { Enumeration, EnumerationItem, WrongNumber } from '../report/enumerations.js';
import { numeralLike } from '../report/markers.js';
import type { Fix, ReportRule, RuleFinding, SourceEdit } from './rule.js';
import { localized } from './localized.js';

/** 列举序号不连续: 一是…二是… repeats or skips within one list. */
export const enumerationSequence: ReportRule = {
  id: 'enumeration-sequence',
  group: 'headings',
  scope: 'report',
  severity: 'warning',
  fixable: 'safe',
  triggers: COUNTING_TRIGGERS,
  concernsWithTrigger: (content) => content.fact(mayHoldListFault),
  name: localized('列举序号不连续', 'Enumeration sequence'),
  finds: localized(
    '“一是……二是……”的序号重复、跳号，或者没有“一是”就从“二是”开始。另起的一组、套在里面的一组，不算错。',
    'The numbers of 一是…二是… repeat, skip or begin at 二是. A second list and a list within a list are legal.',
  ),
  why: localized('序号断了，要么漏了一条，要么增删后没有顺编。', 'A broken count means a lost item or an edit without renumbering.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。一是召开专题会议4次。二是研究法治建设事项9项。二是组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，研究法治建设事项9项。\n（二）规范行政执法。一是开展行政检查312次；二是办理行政处罚案件18件；四是开展案卷评查2次。',
        },
      },
    ],
    good: [
      {
        parts: {
          plan: '四、2025年推进法治政府建设的主要安排\n2025年，我镇将针对一是人员不足、二是形式单一的问题，从以下方面着力：一是补齐执法力量短板，新增执法人员3名。二是拓展线上普法渠道，全年推送普法内容50期以上。',
        },
        note: localized('两组列举，各自从“一是”编起。', 'Two lists, each with its own count.'),
      },
    ],
  },
  check(report) {
    return report.enumerations.flatMap(checkList);
  },
};

function checkList(list: Enumeration): RuleFinding[] {
  const { items, wrong } = list;
  const start = wrong[0];
  if (start === undefined) return [];
  const firstOf = firstIndexes(items);
  // All findings of a list share its renumbering: mending one mends those that follow from it.
  const renumbering = { kind: kindOf(list, firstOf), edits: renumberItems(items, start.index) };
  return wrong.flatMap((each) => {
    const item = items[each.index];
    if (item === undefined) return [];
    const isRepeat = (firstOf.get(item.value) ?? each.index) < each.index;
    return [makeFinding(items, item, each, isRepeat, renumbering)];
  });
}

/** Index at which each number comes first. */
function firstIndexes(items: readonly EnumerationItem[]): ReadonlyMap<number, number> {
  const indexes = new Map<number, number>();
  items.forEach(({ value }, index) => {
    if (!indexes.has(value)) indexes.set(value, index);
  });
  return indexes;
}

/**
 * Whether only one renumbering is possible: where numbers repeat or one of them is miswritten. Where the count merely
 * skips, an item may be lost, and only the writer knows.
 */
function kindOf({ items, wrong }: Enumeration, firstOf: ReadonlyMap<number, number>): Fix['kind'] {
  const isSure = wrong.every(({ index, expected }) => {
    const isRepeat = (firstOf.get(items[index]?.value ?? 0) ?? index) < index;
    return isRepeat || items[index + 1]?.value === expected + 1;
  });
  return isSure && (items[0]?.value === 1 || wrong[0]?.index === 0) ? 'safe' : 'choice';
}

function renumberItems(items: readonly EnumerationItem[], from: number): SourceEdit[] {
  return items.flatMap((item, index) => {
    if (index < from || item.value === index + 1) return [];
    const numeral = item.paragraph.text.slice(item.numeral.start, item.numeral.end);
    return [{ span: item.paragraph.toSource(item.numeral), newText: numeralLike(index + 1, numeral) }];
  });
}

function makeFinding(
  items: readonly EnumerationItem[],
  item: EnumerationItem,
  { index, expected }: WrongNumber,
  isRepeat: boolean,
  renumbering: Pick<Fix, 'kind' | 'edits'>,
): RuleFinding {
  const own = wordsOf(item);
  const previous = items[index - 1];
  const should = own.replace(/[一二三四五六七八九十]{1,3}/u, (numeral) => numeralLike(expected, numeral));
  const chinese =
    previous === undefined ? `列举从“${own}”开始，前面没有“${should}”` : isRepeat ? `“${own}”重复` : `从“${wordsOf(previous)}”跳到“${own}”`;
  const english =
    previous === undefined
      ? `The list begins at ${own}`
      : isRepeat
        ? `${own} comes twice`
        : `The count goes from ${wordsOf(previous)} to ${own}`;
  return {
    span: item.paragraph.toSource(item.span),
    message: localized(`${chinese}：此处应为“${should}”，请核对有没有漏项并顺编`, `${english}: it should be ${should}`),
    ...(previous === undefined
      ? {}
      : { related: [{ span: previous.paragraph.toSource(previous.span), message: localized('前一项', 'The item before') }] }),
    fixes: renumbering.edits.length === 0 ? [] : [{ ...renumbering, title: localized(`从“${own}”起顺编`, `Renumber the list`) }],
  };
}

function wordsOf({ paragraph, span }: EnumerationItem): string {
  return paragraph.text.slice(span.start, span.end);
}
