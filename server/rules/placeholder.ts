import type { Span } from '../text/span.js';
import type { ParagraphRule } from './rule.js';
import { localized } from './localized.js';

const CROSS = 'XxＸｘ×＊*○△';
const UNIT = '年|月|日|次|件|人|名|项|场|份|个|起|条|户|家|万|亿|元|余|册|镇|乡|县|区|市(?!场)|村|街道|局|省|期|批|部|处|例|宗|%|％|号';

const PATTERNS: readonly RegExp[] = [
  /(?<![\d０-９])(?:19|20)(?:[XxＸｘ×＊*_○△]{2}|\d[XxＸｘ×＊*_○△])(?![A-Za-z\d])/gu,
  new RegExp(
    `(?<![A-Za-z0-9${CROSS}+/\\-])(?:[XＸ]{2,8}|[xｘ]{2,8}|[×＊]{2,8}|[○△]{2,8}|[〇]{2,8}(?=镇|乡|县|区|局|街道))(?![A-Za-z0-9${CROSS}])`,
    'gu',
  ),
  new RegExp(`(?<![A-Za-z0-9${CROSS}+/)）\\-])[${CROSS}]{1,4}(?=\\s?(?:${UNIT}))`, 'gu'),
  /[_＿]{2,}/gu,
  /(?<![某诉])某{1,2}(?:镇|乡|县|区(?!域|间|别)|市(?!场|民|级|值)|街道|局(?!部|面|势|长))(?!公司|企业|小区|村民|居民)/gu,
  /[（(〔【[［](?:待(?:补|填|定|核|完善|更新|确认|明确|统计|提供|添加|插入|写|改|续|查)[^（）()〔〕【】[\]]{0,8}|此处[^（）()〔〕【】[\]]{0,12}|请[^（）()〔〕【】[\]]{0,8}(?:填|补充|修改|替换|核实)[^（）()〔〕【】[\]]{0,8}|(?:单位|机关|部门|乡镇|街道|机构)名称|填写[^（）()〔〕【】[\]]{0,8}|数据待?[^（）()〔〕【】[\]]{0,4}补[^（）()〔〕【】[\]]{0,4}|补充(?:数据|内容|说明))[）)〕】\]］]/gu,
  /[〔【[［](?:名称|姓名|年份|日期|数字|数据)[〕】\]］]/gu,
  /此处(?:填写|插入|补充|待补)|请(?:在此|在这里)(?:填写|补充|输入)|(?:数据|内容|数字)(?:待补充?|待填|待核)|(?<![A-Za-z])(?:TODO|FIXME|TBD)(?![A-Za-z])/gu,
];

/** With what the bracketed notes of a template begin. */
const NOTES: readonly string[] = Object.freeze(
  [...'（(〔【[［'].flatMap((bracket) =>
    ['待', '请', '填写', '数据', '补充', '单位', '机关', '部门', '乡镇', '街道', '机构', '名称', '姓名', '年份', '日期', '数字'].map(
      (words) => bracket + words,
    ),
  ),
);

/** Crosses before a measure word are never the name of a person. */
const MEASURED = new RegExp(`^\\s?(?:${UNIT})`, 'u');
/** A sentence that tells of a case names its parties 某某; that is no gap. */
const CASE = /诉|纠纷|案(?!例|卷|头)|原告|被告|申请人|被申请人|判决|裁定|当事人|涉嫌/u;
const PERSON =
  /[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公]$/u;

/** 未填写的占位: a gap that was never filled. */
export const placeholder: ParagraphRule = {
  id: 'placeholder',
  group: 'figures',
  scope: 'paragraph',
  severity: 'error',
  fixable: 'none',
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && gapsIn(text).length > 0,
  triggers: [...CROSS, '〇〇', '_', '＿＿', '某', ...NOTES, '此处', '请在', '待补', '待填', '待核', 'TODO', 'FIXME', 'TBD'],
  name: localized('未填写的占位', 'Placeholder'),
  finds: localized(
    '范文或提纲里的占位没有填：XX、××、20XX、____、×月、*次、（待补充）、此处填写、TODO、某镇。',
    'A gap of a template was never filled: XX, ××, 20XX, ____, （待补充）, TODO, 某镇.',
  ),
  why: localized('占位公开出去，等于告诉大家文章是套来的。', 'A published gap tells everyone that the text is a template.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议____次，研究法治建设事项9项。\n（二）规范行政执法。开展行政检查×次。',
        },
      },
      {
        parts: {
          duties:
            '三、党政主要负责人履行推进法治建设第一责任人职责情况\n某镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，带头讲法治课2次，（待补充）年底向县委全面依法治县委员会办公室报送述法报告。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。推行“1+X”工作模式，召开专题会议4次。\n（二）规范行政执法。张某诉某镇政府一案二审胜诉，拆除3×4米广告牌5块，开展行政检查312次。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture') return [];
    return gapsIn(paragraph.text).map((span) => ({
      span,
      message: localized(
        `“${paragraph.text.slice(span.start, span.end)}”是未填写的占位：请填上实际内容或删去`,
        `"${paragraph.text.slice(span.start, span.end)}" was never filled in: write what belongs here or delete it`,
      ),
    }));
  },
};

/** Places of placeholders in a text, in order; 20XX年XX月XX日 is one. Offsets into the text. */
export function gapsIn(text: string): Span[] {
  const spans = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
    .filter((span) => isGap(text, span))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && (span.start < last.end || /^[年月日]$/u.test(text.slice(last.end, span.start))))
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}

function isGap(text: string, span: Span): boolean {
  const own = text.slice(span.start, span.end);
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const after = text.slice(span.end, span.end + REACH);
  // ○ is a zero in Chinese years.
  if (/^○+$/u.test(own) && /[〇○一二三四五六七八九]$/u.test(before)) return false;
  if (/^[_＿]+$/u.test(own) && own.length === text.length && own.length > 10) return false;
  if (/^\*+$/u.test(own) && (isMarkdownMark(own, text, span) || after.startsWith('号'))) return false;
  const isCount = MEASURED.test(after) && !/某/u.test(own);
  if (isCount) return !/^[×x]$/u.test(own) || !/[\d０-９]\s*$/u.test(before);
  const sentence = sentenceAround(own, before, after);
  if (/某/u.test(own)) return !CASE.test(sentence) && !before.endsWith('某');
  if (/^[XxＸｘ×＊*○]{1,3}$/u.test(own) && CASE.test(sentence)) return !PERSON.test(before);
  return !/^[×x]$/u.test(own) || !/[\d０-９]\s*$/u.test(before);
}

/** A bullet, or one side of **bold** words; in a template a gap is followed by its measure word. */
function isMarkdownMark(own: string, text: string, { start, end }: Span): boolean {
  if (own === '*') return text.slice(Math.max(0, start - REACH), start).trim() === '' && /^\s/u.test(text.slice(end, end + 1));
  if (own !== '**') return false;
  const marksBefore = text.slice(Math.max(0, start - BOLD_REACH), start).split('**').length - 1;
  const isClosing = marksBefore % 2 === 1;
  const inner = isClosing
    ? (text
        .slice(Math.max(0, start - BOLD_REACH), start)
        .split('**')
        .at(-1) ?? '')
    : (/^(.{1,200}?)\*\*/su.exec(text.slice(end, end + BOLD_REACH))?.[1] ?? '');
  return inner !== '' && !(MEASURED.test(inner) && /[，；。]/u.test(inner));
}

/** How far apart the two sides of bold words may stand. */
const BOLD_REACH = 200;

/** How far round a place its sentence is looked at. */
const REACH = 80;

function sentenceAround(own: string, before: string, after: string): string {
  const start = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1;
  const end = after.search(/[。；]/u);
  return before.slice(start) + own + (end < 0 ? after : after.slice(0, end));
}
