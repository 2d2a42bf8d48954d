import type { Span } from '../text/span.js';
import type { ReportRule } from './rule.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';

/** The mark between two quoted things that touch it on both sides. */
const BETWEEN = /》、(?=《)|”、(?=“)/gu;
/** A note behind an item (《甲》（2021年修订）、《乙》): its whole list keeps the mark. */
const NOTE_BEFORE = /[》”][（(][^（()）]{1,30}[）)]、$/u;
const NOTE_AFTER = /^[（(]/u;
/** How long a quoted item may be when the ends of its list are looked for. */
const LONGEST_ITEM = 60;

/** 书名号、引号之间用顿号: 、 between 》《 or ”“. */
export const enumerationComma: ReportRule = {
  id: 'enumeration-comma',
  group: 'punctuation',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  triggers: ['》、《', '”、“'],
  name: localized('书名号、引号之间用顿号', 'Mark between titles or quotations'),
  finds: localized(
    '并列的书名号之间、引号之间用了顿号，全文只提示一次。后面带括注的（《甲》（修订）、《乙》）不算。',
    '、 between neighbouring 》《 or ”“, one note for the file; items with a note in brackets keep it.',
  ),
  why: localized(
    '国家标准说标有书名号、引号的并列成分之间通常不用顿号。',
    'The national standard says that such items usually need no mark between them.',
  ),
  basis: localized('《标点符号用法》（GB/T 15834—2011）4.5.3.5', 'GB/T 15834—2011, 4.5.3.5'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，学习《中华人民共和国宪法》、《中华人民共和国民法典》。\n（二）规范行政执法。开展行政检查312次。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，学习《中华人民共和国宪法》《中华人民共和国民法典》。\n（二）规范行政执法。开展行政检查312次，宣讲《信访工作条例》（2022年施行）、《中华人民共和国行政复议法》（2023年修订）。',
        },
      },
    ],
  },
  check(_report, candidates) {
    const places = candidates
      .filter(({ role }) => role !== 'furniture')
      .flatMap((paragraph) => marksBetween(paragraph.text).map((span) => paragraph.toSource(span)));
    return oncePerFile({
      places,
      message: localized(
        `全文有${places.length}处书名号或引号之间用了顿号：通常不用，可删去`,
        `${places.length} marks (、) between titles or quotations; they are usually left out`,
      ),
      fix: {
        kind: 'safe',
        title: localized('删去这些顿号', 'Delete these marks'),
        edits: places.map((span) => ({ span, newText: '' })),
      },
    });
  },
};

function marksBetween(text: string): Span[] {
  const lists: { readonly marks: Span[]; hasNotes: boolean }[] = [];
  let end = -1;
  for (const match of text.matchAll(BETWEEN)) {
    const at = match.index + 1;
    const opener = text.charAt(at + 1);
    const start = text.lastIndexOf(opener, at - 1);
    // Where the item before is the item behind the last mark, the list goes on, and with it what holds for the list.
    if (start !== end || lists.length === 0) {
      lists.push({ marks: [], hasNotes: start > 0 && NOTE_BEFORE.test(text.slice(Math.max(0, start - 36), start)) });
    }
    end = at + 1;
    const close = text.slice(end, end + LONGEST_ITEM).indexOf(opener === '《' ? '》' : '”');
    const list = lists.at(-1);
    if (list === undefined) continue;
    list.marks.push({ start: at, end });
    if (close >= 0 && NOTE_AFTER.test(text.charAt(end + close + 1))) list.hasNotes = true;
  }
  return lists.flatMap(({ marks, hasNotes }) => (hasNotes ? [] : marks));
}
