import { EXCLUSIVE, PARTITIONS } from '../knowledge/list-partitions.js';
import type { Figure } from '../report/figures.js';
import { measuredSpan, measuredText, plainNumber, unitClass } from './figure-facts.js';
import { type FigureList, LIST_MARKERS, type ListPart, readFigureLists } from './figure-lists.js';
import { mayHoldList } from './list-look.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/** Id of the rule. */
export const SUM_MISMATCH = 'sum-mismatch';

/** 分项合计不符: parts that do not add up to their whole. */
export const sumMismatch: ParagraphRule = {
  id: SUM_MISMATCH,
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'none',
  triggers: LIST_MARKERS,
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && mayHoldList(text),
  name: localized('分项合计不符', 'Sum mismatch'),
  finds: localized(
    '“其中”“包括”“分别为”或括号里的各分项加起来不等于总数，或分项超过总数。',
    'The parts of a list after 其中, 包括, 分别为 or in brackets do not add up to the whole, or exceed it.',
  ),
  why: localized('一加就知道不对，数字的可信度随之打折。', 'Any reader can add them up, and then trusts no other figure.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）规范行政执法。办理行政处罚案件23件，其中简易程序14件、普通程序8件。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）规范行政执法。办理各类案件390件（行政处罚110件、行政检查260件）。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。创建民主法治示范村22个，其中，国家级1个，省级2个，市级3个，县级16个。\n（二）规范行政执法。化解矛盾纠纷165件，其中疑难纠纷8件；审查文件64部，其中新立项6部、复审9部。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !mayHoldList(paragraph.text) || paragraph.figures.length < 2) return [];
    const seen = new Set<number>();
    return readFigureLists(paragraph.text, paragraph.figures).flatMap((list) => {
      const first = list.parts[0]?.figure.span.start ?? 0;
      if (!isMismatch(list) || seen.has(first)) return [];
      seen.add(first);
      return [finding(paragraph.text, list)];
    });
  },
};

/** The figures that a list gives of its whole, in order. */
export function partsOf({ parts }: FigureList): readonly Figure[] {
  return parts.map(({ figure }) => figure);
}

/**
 * Whether the parts of a list add up to its whole; `unsure` where the list may be read in another way, is open or rounded, or
 * leaves parts out.
 */
export function judgeList(list: FigureList): 'right' | 'wrong' | 'unsure' {
  const figures = partsOf(list);
  const { whole, isEnded, isOpen, isDistant, following } = list;
  if (isMismatch(list)) return 'wrong';
  const isExact = [whole, ...figures].every(({ approximate, unit }) => !approximate && unit === whole.unit);
  const adds = Math.abs(sumOf(figures) - whole.value) < 1e-6;
  return isExact && adds && isEnded && !isOpen && !isDistant && following.length === 0 ? 'right' : 'unsure';
}

/** Words that cut across each other: a case can be settled, weighty and about a firm at once. */
const CROSSING =
  /成功|办结|审结|结案|化解|整改|完成|销号|采纳|达成|书面|履行|涉[企农外及众法黑未]|重大(?!行政决策|决策|执法决定|行政执法|项目|合同|事项|政策)|重点|疑难|复杂|首次|首批|连续|获|优秀|先进|新增|新建|新发|回访|督办|挂牌|提出|纠错|纠正|当场|及时|满意|立案|移送|责令|罚款|出庭|负责人|更新|入户|上门|农民工|未成年/u;
/** What one person can be several of. */
const CROSSING_PEOPLE =
  /持|证|资格|学历|专业|本科|大专|研究生|硕士|博士|党员|少数民族|岁|以上|以下|职称|处级|科级|正高|副高|获|优秀|先进|新|党外|代表|妇女|青年|老年|老人|儿童|学生|残疾|低保|贫困|脱贫|退役|女|律师|骨干|取得|参加|培训|领导|干部/u;

/** Parts that are no sum but a whole and something of it. */
const NO_LABEL = /^(?:达|为|已|约|仅|只)?$/u;

function isMismatch({ form, whole, otherWholes, parts, isEnded, following, isLoose, isOpen, isDistant }: FigureList): boolean {
  const figures = parts.map(({ figure }) => figure);
  if (whole.approximate || figures.some(({ approximate }) => approximate)) return false;
  const labels = parts.map(({ label }) => label);
  const largest = Math.max(whole.value, ...otherWholes);
  if (form !== 'respectively' && form !== 'total' && figures.some((figure) => figure.value > largest + slack([figure, whole]))) {
    return parts.length > 1 ? !labels.some((label) => OTHER_ACT.test(label)) : !isOtherThing(parts[0], whole);
  }
  if (parts.length < 2) return false;
  const tolerance = slack([whole, ...figures]);
  const difference = sumOf(figures) - whole.value;
  if (Math.abs(difference) <= tolerance || holdsElsewhere(figures, [whole.value, ...otherWholes], tolerance, isLoose)) return false;
  const wholes = [whole.value, ...otherWholes];
  const next = following[0]?.value ?? 0;
  // 审结59件，其中维持38件、…、终止8件，出庭应诉5件: with the number behind it the list would be too long.
  const isOver = isEnded || (!isLoose && sumOf(figures) + next > largest + tolerance);
  if (isOver && holdsWith(sumOf(figures), following, wholes, tolerance)) return false;
  const isPartition = isComplete(labels, whole);
  const share = Math.abs(difference) / whole.value;
  const isTight = !isLoose && isOver && !isOpen;
  if (!isPartition && !isExclusive(labels) && labels.some((label) => isCrossing(label, whole))) {
    // Parts that cut across each other hardly ever come this near by chance.
    return isTight && !isDistant && whole.value >= 100 && share <= 0.01 && figures.every(({ value }) => value < whole.value * 0.7);
  }
  const isNear =
    share <= nearShare(parts.length) ||
    (Math.abs(difference) === 1 && whole.value >= (parts.length > 2 ? 8 : 20)) ||
    (isTight && !isDistant && Math.abs(difference) <= 2 && share <= 0.17);
  if (isDistant) return isNear && isOver && !isOpen;
  if (difference > 0) {
    if (otherWholes.some((other) => other > whole.value && sumOf(figures) < other) && !isNear) return false;
    // One person can be several things at once, beyond the words of the list above.
    if (unitClass(whole) === '人' && !isPartition) return share <= 0.1;
    return form === 'colon' ? share <= 0.3 : share <= 0.5;
  }
  if (isOpen) return false;
  if (isPartition) return isOver && share <= 0.4;
  if (form === 'total') return share <= 0.6;
  if (form === 'brackets') return share <= 0.3;
  if (form === 'respectively') return isOver && share <= 0.35;
  if (form === 'including') return isOver && (isNear || share <= 0.15);
  return isOver && isNear;
}

/**
 * How far a list of so many parts may be from its whole and still be meant to add up to it: a list that leaves parts out
 * on purpose leaves out more.
 */
function nearShare(parts: number): number {
  if (parts > 3) return 0.1;
  return parts === 3 ? 0.08 : 0.04;
}

/** A clause with an act of its own counts something else: 其中发放资料300份. */
const OTHER_ACT =
  /安装|设置|设立|配备|布设|组织|开展|发放|悬挂|张贴|投入|涵盖|覆盖|涉及|服务|解答|接待|培训|提出|征集|收集|研究|惠及|带动|化解率|追/u;
const GENERIC = /^(?:个|项|处|次|场|场次|条|台|套|张|块|面|点|站|家|户|部|种|类|组|批次|人次|元)$/u;

/** One part above its whole may count another thing under the same general measure word: 12个小区，其中安装充电桩50个. */
function isOtherThing(part: ListPart | undefined, whole: Figure): boolean {
  if (part === undefined || OTHER_ACT.test(part.label)) return true;
  return GENERIC.test(part.figure.unit) && part.figure.value > whole.value * 1.5;
}

/** Whether the parts, or in a loose list the first of them, add up to one of the numbers that they may belong to. */
function holdsElsewhere(figures: readonly Figure[], wholes: readonly number[], tolerance: number, isLoose: boolean): boolean {
  let sum = 0;
  return figures.some(({ value }, index) => {
    sum += value;
    const isCandidate = index === figures.length - 1 || (isLoose && index > 0);
    return isCandidate && wholes.some((whole) => Math.abs(sum - whole) <= tolerance);
  });
}

/** Whether the sum holds with some of the numbers that follow the list. */
function holdsWith(sum: number, following: readonly Figure[], wholes: readonly number[], tolerance: number): boolean {
  let withNext = sum;
  return following.some(({ value }) => {
    withNext += value;
    return wholes.some((whole) => Math.abs(withNext - whole) <= tolerance);
  });
}

function isCrossing(label: string, whole: Figure): boolean {
  return (unitClass(whole) === '人' ? CROSSING_PEOPLE : CROSSING).test(label);
}

/** Whether every name is one of several of which a thing can be only one. */
function isExclusive(labels: readonly string[]): boolean {
  const names = labels.map((label) => label.replace(/[\s，,：:]/gu, ''));
  return EXCLUSIVE.some((members) => names.every((name) => members.test(name)));
}

/** Whether the names leave nothing over. */
function isComplete(labels: readonly string[], whole: Figure): boolean {
  const names = labels.map((label) => label.replace(/[\s，,：:]/gu, ''));
  if (names.some((name) => NO_LABEL.test(name))) return false;
  if (/^(?:其余|其[他它]|剩余|余下|另有)|其[他它](?:类|案件|纠纷|事项|类型|方面|情形|信息)?$|等其[他它]/u.test(names.at(-1) ?? ''))
    return !names.slice(0, -1).some((name) => isCrossing(name, whole));
  return PARTITIONS.some(
    ({ members, required }) => names.every((name) => members.test(name)) && required.every((word) => names.some((name) => word.test(name))),
  );
}

/** How far rounding may lead: half a unit of the last written place of each figure that is written in 万 or with decimals. */
function slack(figures: readonly Figure[]): number {
  return figures.reduce((total, { text }) => {
    const decimals = /[.．]([0-9０-９]+)/u.exec(text)?.[1]?.length ?? 0;
    const scale = (text.includes('万') ? 10_000 : 1) * (text.includes('亿') ? 100_000_000 : 1);
    return decimals === 0 && scale === 1 ? total : total + (scale * 10 ** -decimals) / 2;
  }, 1e-6);
}

/** What some figures come to. */
export function sumOf(figures: readonly Figure[]): number {
  return figures.reduce((sum, { value }) => sum + value, 0);
}

function finding(text: string, { whole, parts }: FigureList): RuleFinding {
  const figures = parts.map(({ figure }) => figure);
  const total = measuredText(text, whole);
  const sum = plainNumber(sumOf(figures));
  const written = figures.map(({ value }) => plainNumber(value)).join('+');
  const [first] = figures;
  const message =
    figures.length === 1 && first !== undefined
      ? localized(
          `分项“${measuredText(text, first)}”超过总数“${total}”：请核对`,
          `The part ${measuredText(text, first)} exceeds its whole ${total}: check both`,
        )
      : localized(
          `分项合计${written}=${sum}，与总数“${total}”不符：请核对各数`,
          `The parts add up to ${written}=${sum}, not to ${total}: check the figures`,
        );
  return {
    span: measuredSpan(whole),
    message,
    related: figures.map((figure) => ({ span: measuredSpan(figure), message: localized('分项', 'A part') })),
  };
}
