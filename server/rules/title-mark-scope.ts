import type { ParagraphContent } from '../report/report.js';
import { foldTitledName, type TitledName } from '../report/titled-names.js';
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
    '法律法规、文件名称后面的“等……”也写进了书名号里（《预防未成年人犯罪法等法治宣传教育》）。',
    'What follows the name of a law or paper with 等 stands inside the title marks too.',
  ),
  why: localized('书名号只标名称，圈进别的字就成了另一个文件。', 'Title marks hold a name and nothing else.'),
  triggers: ['《'],
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
    const { role, text } = paragraph;
    const first = role === 'furniture' ? -1 : text.indexOf('等', text.indexOf('《'));
    return first < 0 ? NOTHING : checkNames(paragraph, first);
  },
};

const NOTHING: readonly RuleFinding[] = Object.freeze([]);

/** @param first offset of the first 等 behind an opening mark. */
function checkNames({ text, titledNames }: ParagraphContent, first: number): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  let at = first;
  for (const name of titledNames) {
    if (name.depth !== 0 || name.mark !== '《') continue;
    if (at < name.inner.start) at = text.indexOf('等', name.inner.start);
    if (at < 0) break;
    if (at < name.inner.end) findings.push(...checkName(text, name));
  }
  return findings;
}

/** Words after 等 that speak of laws in general and so stand outside the name. */
const GENERAL =
  /^[ 　]*(?:$|多部|\d+部|[几两三四五六七八九十]+部|重点|相关|有关|系列|一系列|常用|涉农|国家|党内|法律|法规|规章|条例|规定|文件|知识|内容|法治|普法|宣传|专题|政策|主题|学习|重要)/u;
/** Words at the end of a name that really holds 等. */
const DOCUMENT =
  /(?:通知|意见|办法|规定|条例|方案|细则|决定|报告|公告|通告|批复|函|解答|解释|汇编|读本|手册|问答|指南|清单|规则|纪要|答复|说明|目录|选编|案例|书|表|计划|规划|纲要|题库|试卷|教程|课件|讲座|解读|方法|制度|台账|通报|要点|总结|指引|标准|倡议|一览|图册|折页|简报|专刊|课|法)(?:[（(][^（）()]{0,20}[）)])?$/u;
/** Kinds of document with which a whole name ends before 等. */
const WHOLE_NAME =
  /(?:条例|规定|办法|细则|规则|规程|方案|意见|通知|要点|纲要|规划|计划|清单|指引|公约|章程|预案|目录|制度|法典|[一-龥]{3}法)(?:[（(][^（）()]{0,20}[）)])?$/u;
/** What follows 等 where it sums up names: 文件, 内部制度, 法律法规. */
const SUMMING_UP =
  /^[ 　]*(?:\d{1,3}[部件项个]|[几两多三四五六七八九十]{1,3}[部件项个]|一系列|系列|相关|有关|内部|配套|重点|重要|管理|工作|地方性|规范性|政策性?|党内|国家|涉农|涉企|法律|法治|普法|宣传|的)*(?:法律|法规|规章|条例|规定|文件|制度|办法|规则|方案|细则|意见|预案|清单|标准|机制|措施|举措|微视频|短视频|视频|宣传片|微电影|动漫|作品|节目|剧目|栏目|文书|材料|资料|读物|图书|书籍|著作|专著|课程|文章|案例|指引|公约|章程)+$/u;
/** A count of what 等 sums up, behind the marks: 《…等文件》7件. */
const COUNTED = /^[ 　]?(?:共|共计|合计)?[ 　]?(?:[2-9]|[1-9]\d{1,3}|[两三四五六七八九十]{1,3})余?[件项部个份篇期条种类集本册]/u;
/** 等 that is a part of a word. */
const WORD_WITH = /[平同高中初上下优劣特一二三四五头甲乙丙何均相此对不加减我你他她它差]$/u;
/** Words to which 等 is a verb or the beginning of a word: 等级, 等你来. */
const WORD_AFTER = /^[级同于待候额第值号距分保你我他她它着到边腰式量价温压高身份离效]/u;

function checkName(text: string, { span, inner }: TitledName): RuleFinding[] {
  const whole = text.slice(inner.start, inner.end);
  if (/[《〈]/u.test(whole)) return [];
  for (const { index } of whole.matchAll(/等/gu)) {
    const head = whole.slice(0, index);
    const after = whole.slice(index + 1);
    if (head.length < 2 || WORD_AFTER.test(after)) continue;
    const parts = partsIn(text, inner.start, head);
    if (!isTooMuch(head, after, text.slice(span.end, span.end + 8), parts.areLaws)) continue;
    return [makeFinding(text, span, parts.list, inner.start + index)];
  }
  return [];
}

/** Whether 等 and what stands behind it, inside the marks, is no part of the name. */
function isTooMuch(head: string, after: string, behind: string, areLaws: boolean): boolean {
  if (areLaws) return !isNamedDocument(after) && (GENERAL.test(after) || after.length <= LONGEST_TAIL);
  if (WORD_WITH.test(head)) return false;
  if (after.trim() === '') return true;
  if (WHOLE_NAME.test(head) && !isNameOfList(head)) {
    return SUMMING_UP.test(after) || (after.length <= LONGEST_TAIL && !DOCUMENT.test(after) && GENERAL.test(after));
  }
  return head.length >= SHORTEST_NAME && SUMMING_UP.test(after) && COUNTED.test(behind);
}

const LONGEST_TAIL = 12;
const SHORTEST_NAME = 4;

/** 关于修改《…条例》等: the name of a decision begins so, and its kind stands behind 等. */
function isNameOfList(head: string): boolean {
  return /(?:修改|废止|修订|印发|公布|宣布|落实|贯彻|执行|实施|学习|宣传)/u.test(head) && head.includes('关于');
}

/** 等法律法规 ends in no kind of document although 法规 does in its second half. */
function isNamedDocument(after: string): boolean {
  return DOCUMENT.test(after) && !/^[ 　]*(?:相关|有关|多部|重点)?(?:政策)?(?:法律|法规|规章|条例|规定|文件|普法)+$/u.test(after);
}

/** 宪法、民法典: each name; one name where not each of them is whole. */
function partsIn(
  text: string,
  offset: number,
  head: string,
): { readonly list: readonly { readonly start: number; readonly end: number }[]; readonly areLaws: boolean } {
  let at = offset;
  const list = head.split('、').map((part) => {
    const start = at;
    at += part.length + 1;
    return { start, end: start + part.length };
  });
  const areLaws = list.every(({ start, end }) => isLaw(text, start, end));
  const areNames = areLaws || list.every(({ start, end }) => WHOLE_NAME.test(text.slice(start, end)));
  return { list: areNames ? list : [{ start: offset, end: offset + head.length }], areLaws };
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
