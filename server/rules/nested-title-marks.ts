import type { Paragraph } from '../report/report.js';
import type { TitledName } from '../report/titled-names.js';
import type { Span } from '../text/span.js';
import { localized } from './localized.js';
import { oncePerFile } from './once-per-file.js';
import type { ReportRule } from './rule.js';

/** 书名号套用: 《》 or < > inside 《》. */
export const nestedTitleMarks: ReportRule = {
  id: 'nested-title-marks',
  group: 'punctuation',
  scope: 'report',
  severity: 'hint',
  fixable: 'safe',
  name: localized('书名号套用', 'Title marks within title marks'),
  finds: localized(
    '书名号里面又用了《》或者< >，应当用单书名号〈〉。',
    'Inside 《》 stand further 《》 or < >, where single title marks 〈〉 belong.',
  ),
  why: localized('外面双、里面单，读者才看得清哪个名称套着哪个名称。', 'Double outside, single inside shows which name holds which.'),
  basis: localized('《标点符号用法》（GB/T 15834—2011）', 'GB/T 15834-2011, Use of punctuation marks'),
  triggers: ['《'],
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇印发《关于贯彻落实《信访工作条例》的实施方案》，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening:
            '2024年，清源镇印发《关于贯彻落实〈信访工作条例〉的实施方案》，学习《宪法》《民法典》，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check(_, candidates) {
    const inner: NestedName[] = [];
    for (const paragraph of candidates) {
      if (paragraph.role !== 'furniture' && paragraph.titledNames.some(isNested)) inner.push(...nestedNames(paragraph));
    }
    if (inner.length === 0) return [];
    return oncePerFile({
      places: inner.map(({ span }) => span),
      message: localized(
        inner.length > 1 ? `书名号里面应当用单书名号〈〉：全文${inner.length}处` : '书名号里面应当用单书名号〈〉',
        inner.length > 1 ? `Inside 《》 use single title marks 〈〉: ${inner.length} places` : 'Inside 《》 use single title marks 〈〉',
      ),
      fix: {
        kind: 'safe',
        title: localized('全部改为单书名号〈〉', 'Change all to single title marks 〈〉'),
        edits: inner.flatMap(({ open, close }) => [
          { span: open, newText: '〈' },
          { span: close, newText: '〉' },
        ]),
      },
    });
  },
};

interface NestedName {
  readonly span: Span;
  readonly open: Span;
  readonly close: Span;
}

function isNested({ depth, mark }: TitledName): boolean {
  return depth === 1 && mark !== '〈';
}

function nestedNames(paragraph: Paragraph): NestedName[] {
  const names = paragraph.titledNames;
  const nested: NestedName[] = [];
  let outer: TitledName | undefined;
  for (const name of names) {
    if (name.depth === 0) outer = name;
    if (!isNested(name) || outer === undefined || !isName(paragraph.text, name, outer)) continue;
    nested.push({
      span: paragraph.toSource(name.span),
      open: paragraph.toSource({ start: name.span.start, end: name.span.start + 1 }),
      close: paragraph.toSource({ start: name.span.end - 1, end: name.span.end }),
    });
  }
  return nested;
}

/** Where the outer name is complete before the inner one begins, a mark between them is lost: `unbalanced-pair` or nobody can tell. */
const COMPLETE = /(?:(?<![》〉>＞])[、，；]|(?<![执普学守依用])法|条例|规定|办法|纲要|规划|意见|通知|方案|细则)$/u;

function isName(text: string, name: TitledName, outer: TitledName): boolean {
  const content = text.slice(name.inner.start, name.inner.end);
  // <b>, </p>, <br/> are left by web pages.
  if (!/^[ 　]*[\u4e00-\u9fff“‘]/u.test(content)) return false;
  const before = text.slice(Math.max(outer.inner.start, name.span.start - 4), name.span.start);
  return !COMPLETE.test(before);
}
