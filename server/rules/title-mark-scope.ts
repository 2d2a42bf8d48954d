import { foldTitledName, readTitledNames, type TitledName } from '../report/titled-names.js';
import { isRightName } from './listed-documents.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** 书名号范围不当: 等 and what follows stand inside 《》. */
export const titleMarkScope: ParagraphRule = {
  id: 'title-mark-scope',
  group: 'punctuation',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  name: localized('书名号范围不当', 'Title marks enclose too much'),
  finds: localized(
    '法律法规名称后面的“等……”也写进了书名号里（《预防未成年人犯罪法等法治宣传教育》）。',
    'What follows the name of a law with 等 stands inside the title marks too.',
  ),
  why: localized('书名号只标名称，圈进别的字就成了另一个文件。', 'Title marks hold a name and nothing else.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）加强普法宣传。开展《未成年人保护法等法律法规》宣讲12场。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。落实《关于进一步加强行政执法公示等三项制度的通知》，召开专题会议4次。\n（二）加强普法宣传。开展《未成年人保护法》等法律法规宣讲12场。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture') return [];
    return readTitledNames(paragraph.text)
      .filter(({ depth, mark }) => depth === 0 && mark === '《')
      .flatMap((name) => checkName(paragraph.text, name));
  },
};

/** Words after 等 that speak of laws in general and so stand outside the name. */
const GENERAL =
  /^[ 　]*(?:$|多部|\d+部|[几两三四五六七八九十]+部|重点|相关|有关|系列|一系列|常用|涉农|国家|党内|法律|法规|规章|条例|规定|文件|知识|内容|法治|普法|宣传|专题|政策|主题|学习|重要)/u;
/** Words at the end of a name that really holds 等. */
const DOCUMENT =
  /(?:通知|意见|办法|规定|条例|方案|细则|决定|报告|公告|通告|批复|函|解答|解释|汇编|读本|手册|问答|指南|清单|规则|纪要|答复|说明|目录|选编|案例|书|表|计划|规划|纲要|题库|试卷|教程|课件|讲座|解读|方法|制度|台账|通报|要点|总结|指引|标准|倡议|一览|图册|折页|简报|专刊|课|法)(?:[（(][^（）()]{0,20}[）)])?$/u;

function checkName(text: string, { span, inner }: TitledName): RuleFinding[] {
  const whole = text.slice(inner.start, inner.end);
  for (const { index } of whole.matchAll(/等/gu)) {
    const after = whole.slice(index + 1);
    if (!GENERAL.test(after) || isNamedDocument(after)) continue;
    const parts = partsOf(inner.start, whole.slice(0, index));
    if (!parts.every((part) => isLaw(text, part.start, part.end))) continue;
    return [makeFinding(text, span, parts, inner.start + index)];
  }
  return [];
}

/** 等法律法规 ends in no kind of document although 法规 does in its second half. */
function isNamedDocument(after: string): boolean {
  return DOCUMENT.test(after) && !/^[ 　]*(?:相关|有关|多部|重点)?(?:政策)?(?:法律|法规|规章|条例|规定|文件|普法)+$/u.test(after);
}

/** 宪法、民法典: each name. */
function partsOf(offset: number, head: string): { readonly start: number; readonly end: number }[] {
  let at = offset;
  return head.split('、').map((part) => {
    const start = at;
    at += part.length + 1;
    return { start, end: start + part.length };
  });
}

function isLaw(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 40) return false;
  return isRightName(foldTitledName(text, { start, end }).core);
}

function makeFinding(
  text: string,
  span: TitledName['span'],
  parts: readonly { readonly start: number; readonly end: number }[],
  at: number,
): RuleFinding {
  const names = parts.map(({ start, end }) => `《${text.slice(start, end)}》`).join('');
  const right = names + text.slice(at, span.end - 1);
  return {
    span,
    message: localized(
      `“${text.slice(span.start, span.end)}”的书名号圈进了名称以外的字：应为“${right}”`,
      `The title marks of ${text.slice(span.start, span.end)} enclose more than the name: write ${right}`,
    ),
    fixes: [
      {
        kind: 'choice',
        title: localized(`改为“${right}”`, `Change to ${right}`),
        edits: [
          ...parts.slice(1).map(({ start }) => ({ span: { start: start - 1, end: start }, newText: '》《' })),
          { span: { start: at, end: at }, newText: '》' },
          { span: { start: span.end - 1, end: span.end }, newText: '' },
        ],
      },
    ],
  };
}
