import { COUNTING_TRIGGERS } from '../report/counting-words.js';
import { mayHoldListFault } from './list-faults.js';
import type { EnumerationItem } from '../report/enumerations.js';
import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

/** 列举各项之间标点不一: ； and 。 mixed between the items of one list. */
export const enumerationSeparator: ReportRule = {
  id: 'enumeration-separator',
  group: 'headings',
  scope: 'report',
  severity: 'hint',
  fixable: 'none',
  triggers: COUNTING_TRIGGERS,
  concernsWithTrigger: (content) => content.fact(mayHoldListFault),
  name: localized('列举各项之间标点不一', 'Mixed separators of a list'),
  finds: localized(
    '同一组“一是……二是……”里，各项之间有的用分号、有的用句号，或者用分号隔开的项里面又有句号。全文只提示一次。',
    'Items of one list are parted by ； here and by 。 there, or an item that ends in ； holds 。; one hint for the file.',
  ),
  why: localized(
    '分号管不住句号：项里有句号的，各项末尾都应用句号。',
    'A ； cannot part items that hold whole sentences; end each of them with 。.',
  ),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。一是召开专题会议4次；二是研究法治建设事项9项。三是组织中心组学法6次。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。一是召开专题会议。全年召开4次。二是研究法治建设事项。全年研究9项。\n（二）规范行政执法。一是开展行政检查312次；二是办理案件18件；三是开展案卷评查。评查合格率100%。',
        },
      },
    ],
  },
  check(report) {
    const places = report.enumerations
      .map(({ items }) => mixedPlace(items))
      .filter((place) => place !== undefined)
      .sort((a, b) => a.start - b.start);
    return oncePerFile({
      places,
      message: localized(
        `列举各项之间，分号和句号混用${places.length > 1 ? `（全文${places.length}组）` : ''}：项里有句号的，各项末尾都用句号`,
        `；and 。 are mixed between the items of a list${places.length > 1 ? ` (${places.length} lists)` : ''}: where items hold sentences, end each with 。`,
      ),
    });
  },
};

/** The first ； of a list that has 。 between or within its other items. */
function mixedPlace(items: readonly EnumerationItem[]): Span | undefined {
  const parts = items.slice(1).map((item, index) => ({ item, before: items[index] }));
  const semicolon = parts.find(({ item }) => isSemicolon(item.before))?.item;
  if (semicolon === undefined) return undefined;
  const isMixed = parts.some(({ item, before }) => item.before === '。' || (before !== undefined && holdsSentence(before, item)));
  if (!isMixed) return undefined;
  const { text } = semicolon.paragraph;
  const start = Math.max(text.lastIndexOf('；', semicolon.span.start), text.lastIndexOf(';', semicolon.span.start));
  const isNear = start >= 0 && semicolon.span.start - start < REACH;
  return semicolon.paragraph.toSource(isNear ? { start, end: start + 1 } : semicolon.span);
}

/** Blanks and closing marks that may stand between a separator and its item. */
const REACH = 10;

function isSemicolon(mark: string): boolean {
  return mark === '；' || mark === ';';
}

/** Whether an item of the same paragraph that ends in ； has a 。 of its own, not one within quotes or brackets. */
function holdsSentence(item: EnumerationItem, next: EnumerationItem): boolean {
  if (item.paragraph !== next.paragraph || !isSemicolon(next.before)) return false;
  return /。(?![”’）)])/u.test(item.paragraph.text.slice(item.span.end, next.span.start));
}
