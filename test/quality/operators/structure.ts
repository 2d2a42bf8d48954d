import { type Base, childrenOf, kindOfAgency, markerText, marksIn, ownWord, type Part, type PartKind, partOf } from '../base.js';
import { type BaseEdit, change, type Mutation, type Operator } from '../mutant.js';
import type { Random } from '../random.js';

const AUTHORS = {
  town: '镇党委书记、镇长',
  township: '乡党委书记、乡长',
  subdistrict: '街道党工委书记、办事处主任',
  department: '局党组书记、局长',
  government: '政府主要负责同志',
  zone: '党工委书记、管委会主任',
};

/** Edits that give the parts behind one that vanishes the numbers that they then have. */
function renumberAfter(base: Base, part: Part, by: number): BaseEdit[] {
  return base.parts
    .filter(({ mark }) => mark.start > part.mark.start)
    .map(({ mark }) => ({ start: mark.start, end: mark.end, text: markerText(1, mark.number + by) }));
}

const NAMED_IN_TEXT: Readonly<Record<PartKind, RegExp>> = {
  duties: /第一责任人/u,
  shortcomings: /存在[^。]{0,12}(?:不足|问题)|薄弱环节|短板|不足/u,
  plan: /(?:下一步|今后|下一阶段|明年)/u,
  measures: /举措|成效/u,
};

function without(base: Base, part: Part): string {
  return base.text.slice(0, part.mark.line.start) + base.text.slice(part.end);
}

function titleEnd(base: Base): number {
  return base.titleLines.at(-1)?.start ?? 0;
}

function removeSection(kind: PartKind, said?: (base: Base) => string) {
  return (base: Base): Mutation | undefined => {
    const part = partOf(base, kind);
    if (!base.regular || part === undefined || base.parts.some(({ kinds }) => kinds.length !== 1)) return undefined;
    if (NAMED_IN_TEXT[kind].test(without(base, part))) return undefined;
    if (kind === 'plan' && without(base, part).includes(`${base.year + 1}年工作`)) return undefined;
    const edits = [{ start: part.mark.line.start, end: part.end, text: '' }, ...renumberAfter(base, part, -1)];
    if (said !== undefined) {
      const measures = partOf(base, 'measures');
      const line = base.paragraphs
        .filter(({ start }) => measures !== undefined && start > measures.bodyStart && start < measures.end)
        .at(-1);
      if (line === undefined) return undefined;
      edits.push({ start: line.end, end: line.end, text: said(base) });
    }
    return change(base, edits, [titleEnd(base)]);
  };
}

function removeMeasures(base: Base): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined || base.parts.length > 4) return undefined;
  return change(base, [{ start: part.mark.line.start, end: part.end, text: '' }, ...renumberAfter(base, part, -1)], [titleEnd(base)]);
}

/** Duties as the last （N） of measures. */
function embed(base: Base): Mutation | undefined {
  const duties = partOf(base, 'duties');
  const measures = partOf(base, 'measures');
  if (!base.regular || duties === undefined || measures === undefined || base.name.endsWith('.md') || base.text.includes('其他需要'))
    return undefined;
  const last = childrenOf(base, measures)
    .filter(({ level }) => level === 2)
    .at(-1);
  if (last === undefined || marksIn(base, duties).length > 0) return undefined;
  const heading = `${markerText(2, last.number + 1)}党政主要负责人履行推进法治建设第一责任人职责情况`;
  const block = `${heading}${base.lineEnd}${base.text.slice(duties.bodyStart, duties.end).trim()}${base.lineEnd}`;
  const edits = [
    { start: measures.end, end: measures.end, text: block },
    { start: duties.mark.line.start, end: duties.end, text: '' },
    ...renumberAfter(base, duties, -1),
  ];
  const joined = edits[0] !== undefined && edits[1]?.start === measures.end ? [{ ...edits[1], text: block }, ...edits.slice(2)] : edits;
  const { text } = change(base, joined, []);
  return { text, at: [text.indexOf(heading)] };
}

function merge(base: Base, random: Random): Mutation | undefined {
  const shortcomings = partOf(base, 'shortcomings');
  const plan = partOf(base, 'plan');
  if (!base.regular || shortcomings === undefined || plan === undefined || shortcomings.end !== plan.mark.line.start) return undefined;
  const words = random.pick(['存在的问题和下一步打算', '存在的不足及下一步工作计划', `存在问题与${base.year + 1}年工作安排`]) ?? '';
  const edits = [
    { start: shortcomings.mark.end, end: shortcomings.mark.line.end, text: words },
    { start: plan.mark.line.start, end: plan.bodyStart, text: '' },
    ...renumberAfter(base, plan, -1),
  ];
  return change(base, edits, [shortcomings.mark.start]);
}

/** The measures heading goes, its sub-headings become level 1. */
function promote(base: Base): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined || part.mark.number !== 1 || base.name.endsWith('.md')) return undefined;
  const children = childrenOf(base, part);
  if (children.length < 3 || children.some(({ level, form }) => level !== 2 || form === 'sentence')) return undefined;
  if (marksIn(base, part).length !== children.length) return undefined;
  const first = children[0];
  if (first === undefined || base.text.slice(part.bodyStart, first.line.start).trim() !== '') return undefined;
  const edits = [
    { start: part.mark.line.start, end: first.line.start, text: '' },
    ...children.map(({ start, end, number }) => ({ start, end, text: markerText(1, number) })),
    ...renumberAfter(base, part, children.length - 1),
  ];
  return change(base, edits, [first.start]);
}

function swapOrder(base: Base): Mutation | undefined {
  const order = base.parts.map(({ kinds }) => kinds.join());
  if (!base.regular || order.join(' ') !== 'measures shortcomings duties plan') return undefined;
  const [, second, third] = base.parts;
  if (second === undefined || third === undefined) return undefined;
  const blockOf = (part: Part, number: number): string =>
    base.text.slice(part.mark.line.start, part.mark.start) + markerText(1, number) + base.text.slice(part.mark.end, part.end);
  const block = blockOf(third, 2) + blockOf(second, 3);
  const { text } = change(base, [{ start: second.mark.line.start, end: third.end, text: block }], []);
  // Which heading stands wrong is a matter of taste.
  return { text, at: base.parts.map(({ mark }) => text.indexOf(`、${mark.text}`)) };
}

function empty(kind: PartKind) {
  return (base: Base): Mutation | undefined => {
    const part = partOf(base, kind);
    if (!base.regular || part === undefined) return undefined;
    return change(base, [{ start: part.bodyStart, end: part.end, text: base.lineEnd }], [part.mark.start]);
  };
}

function emptySub(base: Base, random: Random): Mutation | undefined {
  const part = partOf(base, 'measures');
  if (!base.regular || part === undefined) return undefined;
  const children = childrenOf(base, part);
  const at = random.below(Math.max(children.length - 1, 1));
  const heading = children[at];
  const next = children[at + 1];
  if (heading?.form !== 'alone' || next === undefined) return undefined;
  return change(base, [{ start: heading.line.end, end: next.line.start, text: base.lineEnd }], [heading.start]);
}

/** Gives a part another text. */
function refill(kind: PartKind, texts: (base: Base) => readonly string[]) {
  return (base: Base, random: Random): Mutation | undefined => {
    const part = partOf(base, kind);
    if (!base.regular || part === undefined) return undefined;
    const text = `${random.pick(texts(base)) ?? ''}${base.lineEnd}${base.lineEnd}`;
    return change(base, [{ start: part.bodyStart, end: part.end, text }], [part.mark.start]);
  };
}

const thinDuties = (base: Base): string[] => [
  `${AUTHORS[kindOfAgency(base)]}认真履行推进法治建设第一责任人职责，全年主持研究法治工作4次。`,
  `${AUTHORS[kindOfAgency(base)]}带头学法用法，组织集体学法3次，12月进行了述法。`,
];
const thinShortcomings = (): string[] => [
  '一是执法力量不足，原因是编制有限。二是普法形式较为单一。',
  '干部学法不够深入，主要原因是工学矛盾突出，培训次数偏少。',
];
const thinPlan = (base: Base): string[] => [
  `${base.year + 1}年，${ownWord(base)}将继续推进依法行政，加强法治宣传教育。`,
  `${base.year + 1}年继续抓好学法用法、规范执法和矛盾纠纷化解工作。`,
];

const causeless = (): string[] => [
  '一是学法用法氛围不够浓厚，个别干部对新修订的法律法规学习不深不透，运用法治思维开展工作的能力有待提高。二是执法队伍建设还需加强，执法文书制作不够规范，装备配备还不齐全。三是普法宣传形式较为单一，群众参与度不高。',
  '（一）依法行政意识有待增强。部分工作人员习惯于用老办法处理新问题，依法办事的自觉性还不够高，程序意识较为淡薄。\n（二）普法宣传的覆盖面有待扩大。宣传内容不够生动，针对青少年、老年人等群体的宣传较少，宣传效果不够明显。',
  '法治建设工作与上级要求和群众期待相比还有一定差距：部分制度落实不够到位，执法规范化水平参差不齐，矛盾纠纷排查不够细致，法治宣传教育的针对性和实效性不强，法治文化阵地利用率不高。',
];

const factless = (base: Base): string[] => [
  `${AUTHORS[kindOfAgency(base)]}切实履行推进法治建设第一责任人职责，充分发挥领导核心作用，坚持全面从严治党、依规治党，严格依法依规决策，督促领导班子其他成员依法办事，不得违规干预司法活动、插手具体案件处理，重视法治素养和法治能力，推动形成良好的法治环境。`,
  '党政主要负责人始终坚持把法治建设摆在重要位置，做到重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，将法治建设与经济社会发展同部署、同推进、同督促、同考核、同奖惩，带头尊法学法守法用法，不断提高依法办事的能力和水平。',
];

function duplicate(kind: 'plan' | 'shortcomings' | 'duties') {
  return (base: Base, random: Random): Mutation | undefined => {
    const part = partOf(base, kind);
    const last = base.parts.at(-1);
    if (!base.regular || part === undefined || last === undefined || base.name.endsWith('.md')) return undefined;
    const texts = {
      plan: [
        '下一步工作打算',
        `${ownWord(base)}将继续完善法治建设考核机制，把考核结果作为干部评先评优的重要依据；加强与上级部门的沟通衔接，积极争取政策和资金支持；及时总结推广好经验好做法，全年报送工作信息不少于20篇，推动各项任务落地见效。`,
      ],
      shortcomings: [
        '存在的主要问题及原因',
        '从平时督促检查的情况看，个别单位法治建设工作台账不够完整，资料收集不够及时，原因在于具体经办人员调整频繁、业务交接不够细致；少数干部撰写执法文书的能力不强，主要是缺少实案训练和有针对性的指导。',
      ],
      duties: [
        '主要负责人履行推进法治建设第一责任人职责情况',
        '主要负责人坚持靠前指挥、以上率下，年初审定工作计划，年中主持召开推进会2次，年末组织开展述法评议；对群众反映集中的问题实行清单管理，先后协调解决办公场所、经费保障等困难5个，推动责任层层落实到位。',
      ],
    };
    const [heading, text] = texts[kind];
    const number = markerText(1, last.mark.number + 1);
    const block = `${number}${heading}${base.lineEnd}${text}${base.lineEnd}`;
    const gap = base.text.slice(0, last.end).endsWith(base.lineEnd) ? '' : base.lineEnd;
    const result = change(base, [{ start: last.end, end: last.end, text: gap + block }], [last.end]);
    return { text: result.text, at: [random.below(1) + last.end + gap.length] };
  };
}

const sections: readonly Operator[] = [
  { rule: 'missing-section', name: 'duties removed', severity: 'error', quota: 8, apply: removeSection('duties') },
  { rule: 'missing-section', name: 'shortcomings removed', severity: 'error', quota: 8, apply: removeSection('shortcomings') },
  { rule: 'missing-section', name: 'plan removed', severity: 'error', quota: 8, apply: removeSection('plan') },
  { rule: 'missing-section', name: 'measures removed', severity: 'error', quota: 6, apply: removeMeasures },
  {
    rule: 'missing-section',
    name: 'duties only said',
    severity: 'warning',
    quota: 5,
    apply: removeSection('duties', (base) => `${AUTHORS[kindOfAgency(base)]}认真履行推进法治建设第一责任人职责，全年研究解决突出问题8个。`),
  },
  {
    rule: 'missing-section',
    name: 'plan only said',
    severity: 'warning',
    quota: 5,
    apply: removeSection('plan', (base) => `下一步，${ownWord(base)}将继续加大工作力度，推动法治政府建设再上新台阶。`),
  },
  { rule: 'embedded-section', name: 'duties below measures', severity: 'information', quota: 14, apply: embed },
  { rule: 'merged-sections', name: 'two headings become one', severity: 'information', quota: 14, apply: merge },
  { rule: 'implicit-measures', name: 'sub-headings promoted', severity: 'information', quota: 14, apply: promote },
  { rule: 'section-order', name: 'duties before shortcomings', severity: 'hint', quota: 12, apply: swapOrder },
  { rule: 'empty-section', name: 'shortcomings emptied', severity: 'error', quota: 6, apply: empty('shortcomings') },
  { rule: 'empty-section', name: 'duties emptied', severity: 'error', quota: 6, apply: empty('duties') },
  { rule: 'empty-section', name: 'plan emptied', severity: 'error', quota: 6, apply: empty('plan') },
  { rule: 'empty-section', name: 'sub-heading emptied', severity: 'warning', quota: 6, apply: emptySub },
  { rule: 'thin-section', name: 'duties thinned', severity: 'information', quota: 5, apply: refill('duties', thinDuties) },
  {
    rule: 'thin-section',
    name: 'shortcomings thinned',
    severity: 'information',
    quota: 5,
    apply: refill('shortcomings', thinShortcomings),
  },
  { rule: 'thin-section', name: 'plan thinned', severity: 'information', quota: 5, apply: refill('plan', thinPlan) },
  { rule: 'duplicate-section', name: 'second plan', severity: 'warning', quota: 6, apply: duplicate('plan') },
  { rule: 'duplicate-section', name: 'second shortcomings', severity: 'warning', quota: 6, apply: duplicate('shortcomings') },
  { rule: 'duplicate-section', name: 'second duties', severity: 'warning', quota: 6, apply: duplicate('duties') },
  { rule: 'shortcomings-without-cause', name: 'no cause', severity: 'information', quota: 14, apply: refill('shortcomings', causeless) },
  { rule: 'duties-without-facts', name: 'rule text pasted', severity: 'information', quota: 14, apply: refill('duties', factless) },
];

/** Operators of the catalogue's structure group that concern sections. */
export const SECTION_OPERATORS: readonly Operator[] = sections;
