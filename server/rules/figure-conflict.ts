import { UNCOUNTED_UNITS } from '../knowledge/unit-classes.js';
import type { Figure } from '../report/figures.js';
import type { Paragraph } from '../report/report.js';
import type { Span } from '../text/span.js';
import { measuredSpan, measuredText, unitClass } from './figure-facts.js';
import { localized } from './localized.js';
import type { ReportRule, RuleFinding } from './rule.js';

/** 数据前后不一: one measured thing with two values in one report. */
export const figureConflict: ReportRule = {
  id: 'figure-conflict',
  group: 'figures',
  scope: 'report',
  severity: 'information',
  fixable: 'none',
  name: localized('数据前后不一', 'Figure conflict'),
  finds: localized(
    '同一件事在同一篇里写了两个不同的数（前面“开展法治宣传活动36次”，后面“32场次”）。',
    'One report states two different numbers for one thing.',
  ),
  why: localized('前后两个数，读者不知道该信哪一个。', 'With two numbers nobody knows which one to believe.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。全年共开展法治宣传活动36次。\n（二）深化普法宣传。全年累计开展法治宣传活动32场次，受教育群众4000余人。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。上半年开展法治宣传活动12次。\n（二）深化普法宣传。全年累计开展法治宣传活动32场次，其中进校园开展法治宣传活动8场次。',
        },
      },
    ],
  },
  check(report) {
    const byThing = new Map<string, Mention[]>();
    for (const mention of report.paragraphs.filter((paragraph) => isChecked(paragraph)).flatMap((paragraph) => mentionsIn(paragraph))) {
      const known = byThing.get(mention.thing);
      if (known === undefined) byThing.set(mention.thing, [mention]);
      else known.push(mention);
    }
    return [...byThing.values()].flatMap((mentions) => findingFor(mentions));
  },
};

/** One place where a thing is counted. */
interface Mention {
  /** What is done, to what, in which measure words: two mentions of one thing should agree. */
  readonly thing: string;
  /** As the report names it. */
  readonly name: string;
  readonly value: number;
  readonly approximate: boolean;
  /** 全年, 累计, 共: says itself that it counts everything. */
  readonly isTotal: boolean;
  readonly written: string;
  readonly paragraph: Paragraph;
  readonly span: Span;
}

function isChecked({ role, section }: Paragraph): boolean {
  const kinds = section?.kinds ?? [];
  return role === 'body' && kinds.includes('measures') && !kinds.includes('plan') && !kinds.includes('shortcomings');
}

/** Acts whose numbers belong together: 开展 and 组织 an event is one act, 排查 and 化解 a dispute two. */
const ACTS: readonly (readonly [string, RegExp])[] = Object.freeze([
  ['hold', /^(?:开展|组织|举办|举行|进行|召开){1,2}/u],
  ['spread', /^(?:发放|印发|分发|派发)/u],
  ['settle', /^(?:成功)?(?:化解|调解|调处){1,2}/u],
  ['search', /^(?:排查|摸排){1,2}出?/u],
  ['handle', /^(?:立案)?(?:办理|查处|查办)/u],
  ['review', /^(?:合法性)?(?:审查|审核)/u],
  ['train', /^(?:培育|培养|选育)/u],
  ['appoint', /^(?:聘请|聘用|选聘|配备|拥有|现有)/u],
  ['accept', /^受理/u],
]);
const LEADING =
  /^(?:[一二三四五六七八九十]是)?(?:\d{4}年(?:度|以来|来)?)?(?:今年以来|一年来|年内|[全我][镇乡县区市旗局]|全街道|全年|本年度|本年|截至目前|累计|共计|总计|共|已|先后|持续|扎实|积极|深入|广泛|大力|坚持|依法|及时|有效|成功|全力|认真)*/u;
const TOTAL = /全年|累计|共|总计|合计|今年以来|一年来|年内|截至目前|截至\d{1,2}月/u;
const TAIL = /(?:近|约|逾|超过|超|累计|共计|总计|合计|共|达到|达|已|为|[ \u00a0\u3000]){0,12}$/u;
/** Words that make a mention one of several: parts of the year, of the area, of the kind. */
const SCOPE =
  /其中|包括|含|分别|各[^类项]|每|新增|再|又|另|第[一二三四]|上半年|下半年|季度|[一二三四五六七八九十\d]月|月份|期间|以来(?<!今年以来)|同比|较|比|去年|上年|往年|近[一二三四五两三\d]年|[村校园站所局院企]|社区|网格|部门|单位|条线|专项|专题|重点|联合|进机关|围绕|针对|通过|依托|结合|利用|联合|以“|聚焦|面向|对|在|为|书记|镇长|主任|县长|区长|局长|主要负责|带头|牵头|邀请|配合|协助|指导|涉/u;
const THING_NOUNS =
  /(?:活动|宣传|讲座|培训|检查|纠纷|案件|会议|明白人|带头人|调解员|执法人员|示范户|顾问|资料|手册|宣传册|宣传单|合同|协议|文件|咨询|隐患|诉求|许可|处罚)$/u;
/** 宣传活动 or 专项检查 alone may be of a different matter in every part. */
const MATTER =
  /法治|法律|普法|宪法|民法典|矛盾|纠纷|处罚|许可|复议|信访|调解|矫正|执法|规范性|合同|食品|安全生产|消防|禁毒|反诈|诈骗|防溺水|森林|环境|燃气|交通/u;
const REACH = 60;

function mentionsIn(paragraph: Paragraph): Mention[] {
  const { text, figures } = paragraph;
  return figures.flatMap((figure, index) => {
    const mention = mentionOf(paragraph, figure, figures[index - 1], text);
    return mention === undefined ? [] : [mention];
  });
}

function mentionOf(paragraph: Paragraph, figure: Figure, previous: Figure | undefined, text: string): Mention | undefined {
  const { span, unit, value } = figure;
  if (unit === '' || UNCOUNTED_UNITS.has(unit) || value <= 1 || /万|亿/u.test(figure.text)) return undefined;
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const clause = sentence.split(/[，,、：:（）()“”《》]/u).at(-1) ?? '';
  const separator = sentence.charAt(sentence.length - clause.length - 1);
  // After 、 or a bracket stands one of several things.
  if (/[、（(“”《》]/u.test(separator) || (previous !== undefined && span.start - previous.unitEnd < clause.length)) return undefined;
  if (SCOPE.test(sentence)) return undefined;
  const core = clause.trimStart().replace(LEADING, '');
  const act = ACTS.find(([, words]) => words.test(core));
  if (act === undefined) return undefined;
  const name = core.replace(act[1], '').replace(TAIL, '');
  const after = text.slice(figure.unitEnd, figure.unitEnd + 6);
  const noun = plainNoun(name);
  if (
    noun.length < 4 ||
    noun.length > 12 ||
    !THING_NOUNS.test(noun) ||
    !MATTER.test(noun) ||
    !/^(?:数)?[ \u00a0\u3000]*(?:[，。；、,;]|$)/u.test(after)
  )
    return undefined;
  return {
    thing: `${act[0]} ${noun} ${unitClass(figure)}`,
    name,
    value,
    approximate: figure.approximate,
    isTotal: TOTAL.test(sentence),
    written: measuredText(text, figure),
    paragraph,
    span: { start: span.start - core.length, end: measuredSpan(figure).end },
  };
}

/** The noun without what does not change the thing: 各类法治宣传教育活动 is 法治宣传活动. */
function plainNoun(name: string): string {
  return name
    .replace(/[ \u00a0\u3000]/gu, '')
    .replace(/^(?:各类|各项|各种|一系列|系列|全镇|全乡|全街道|辖区)/u, '')
    .replace(/^普法/u, '法治')
    .replace(/宣传教育/u, '宣传')
    .replace(/^法律宣传/u, '法治宣传')
    .replace(/^社会矛盾纠纷/u, '矛盾纠纷');
}

/** The first place that another contradicts; one of the two must say that it counts everything. */
function findingFor(mentions: readonly Mention[]): RuleFinding[] {
  const [first] = mentions;
  if (first === undefined) return [];
  const others = mentions.filter((other) => other !== first && isContradiction(first, other));
  const [other] = others;
  if (other === undefined) return [];
  return [
    {
      span: first.paragraph.toSource(first.span),
      message: localized(
        `“${first.name}”这里是${first.written}，后面又是${others.map(({ written }) => written).join('、')}：请核对，口径不同的请写明`,
        `${first.name} is ${first.written} here and ${others.map(({ written }) => written).join(', ')} further on: check them, or say how they differ`,
      ),
      related: others.map(({ paragraph, span, written }) => ({
        span: paragraph.toSource(span),
        message: localized(`这里是${written}`, `${written} here`),
      })),
    },
  ];
}

/**
 * Two numbers of one paragraph, two that both say that they count everything, or a number above the one that does;
 * a smaller number elsewhere may be a part of it.
 */
function isContradiction(a: Mention, b: Mention): boolean {
  if (a.value === b.value || !(a.isTotal || b.isTotal)) return false;
  const isAbove = a.isTotal ? b.value > a.value : a.value > b.value;
  if (a.paragraph !== b.paragraph && !(a.isTotal && b.isTotal) && !isAbove) return false;
  if (!a.approximate && !b.approximate) return true;
  // 300余 and 312 agree.
  return Math.abs(a.value - b.value) > Math.max(a.value, b.value) * 0.2;
}
