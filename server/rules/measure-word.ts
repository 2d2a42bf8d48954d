import { NOUN_MEASURES } from '../knowledge/noun-measures.js';
import type { Figure } from '../report/figures.js';
import { COUNTING, mayBeIllMeasured } from './measure-look.js';
import { localized } from './localized.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

const DOUBLED: readonly string[] = Object.freeze(COUNTING.flatMap((unit) => [`${unit}数`, unit + unit]));
const MEASURES: ReadonlyMap<string, (typeof NOUN_MEASURES)[number]> = new Map(
  NOUN_MEASURES.flatMap((entry) => entry.nouns.map((noun) => [noun, entry] as const)),
);
const NOUNS: readonly string[] = Object.freeze([...MEASURES.keys()].sort((a, b) => b.length - a.length));

/** 量词不当: a measure word that is doubled, or that does not fit its noun. */
export const measureWord: ParagraphRule = {
  id: 'measure-word',
  group: 'figures',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'safe',
  triggers: [...NOUNS, ...DOUBLED],
  concernsWithTrigger: ({ role, text }) => role !== 'furniture' && mayBeIllMeasured(text),
  name: localized('量词不当', 'Measure word'),
  finds: localized(
    '数字后面的量词多了字（32场次数、1056余次数），或与名词不搭配（横幅200个，提示）。',
    'A measure word with a word too many (32场次数), or one that does not fit its noun (横幅200个, a hint).',
  ),
  why: localized('“次数”“件数”是名词，不能放在数字后面当量词。', '次数 and 件数 are nouns; after a number stands the measure word alone.'),
  examples: {
    bad: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）深化普法宣传。开展法治宣传活动32场次数，推送普法信息1060余次数。',
        },
      },
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次。\n（二）深化普法宣传。开展普法活动26场次，张贴横幅200余个。',
        },
      },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，完成5次数据共享。\n（二）深化普法宣传。检查次数同比下降12%，开展普法活动26场次，悬挂横幅200余条，参加人数3000余人。',
        },
      },
    ],
  },
  check(paragraph) {
    if (paragraph.role === 'furniture' || !mayBeIllMeasured(paragraph.text)) return [];
    const { text, figures } = paragraph;
    return figures.flatMap((figure) => doubled(text, figure) ?? illMatched(text, figure));
  },
};

/** What follows a measure word where the clause goes on without a noun. */
const CLAUSE_END = /^[ \u00a0\u3000]{0,4}(?:[，。；、：！？,;:）)”]|以上|左右|$)/u;

/** 32场次数, 5件件: the characters behind the measure word go. */
function doubled(text: string, { span, unit, unitEnd }: Figure): RuleFinding[] | undefined {
  if (!COUNTING.includes(unit)) return undefined;
  const after = text.slice(unitEnd, unitEnd + 8);
  const extra = after.startsWith('数') ? '数' : after.startsWith(unit) ? unit : undefined;
  if (extra === undefined || !CLAUSE_END.test(after.slice(extra.length))) return undefined;
  const whole = { start: span.start, end: unitEnd + extra.length };
  const shown = text.slice(whole.start, whole.end).replace(/[ \u00a0\u3000]/gu, '');
  const right = shown.slice(0, -extra.length);
  return [
    {
      span: whole,
      message: localized(`“${shown}”的量词多了“${extra}”：应改为“${right}”`, `"${shown}" has ${extra} too many: write ${right}`),
      fixes: [
        {
          kind: 'safe',
          title: localized(`改为“${right}”`, `Change to ${right}`),
          edits: [{ span: { start: unitEnd, end: unitEnd + extra.length }, newText: '' }],
        },
      ],
    },
  ];
}

const NOUN_BEFORE = new RegExp(
  `(?<noun>${NOUNS.join('|')})[ \\u00a0\\u3000]{0,4}(?:(?:累计|共计|总计|合计|共|达|近|约|逾|超过?)[ \\u00a0\\u3000]{0,4}){0,2}$`,
  'u',
);
/** The figure may count the first of several things, or an act done to the thing. */
const SEVERAL = /[、和及与等或/][^，。；：]{0,12}$/u;
const ACT = /涉及|涉|参与|服务|走访|开展|针对|面向|对|向|为|检查|巡查|排查|巡逻|接待|回访|宣传$/u;

/** 横幅200个: another measure word is usual. */
function illMatched(text: string, figure: Figure): RuleFinding[] {
  const { span, unit, unitEnd } = figure;
  const before = text.slice(Math.max(0, span.start - 24), span.start);
  const match = NOUN_BEFORE.exec(before);
  const noun = match?.groups?.['noun'];
  const entry = noun === undefined ? undefined : MEASURES.get(noun);
  if (match === null || entry === undefined || !entry.wrong.includes(unit) || !CLAUSE_END.test(text.slice(unitEnd, unitEnd + 8))) return [];
  const lead =
    before
      .slice(0, match.index)
      .split(/[，。；：,;:]/u)
      .at(-1) ?? '';
  if (SEVERAL.test(lead) || ACT.test(lead)) return [];
  const [right = ''] = entry.right;
  return [
    {
      span: { start: span.start - (before.length - match.index), end: unitEnd },
      severity: 'hint',
      message: localized(
        `“${noun}”通常不论“${unit}”：宜用“${entry.right.join('”或“')}”`,
        `${noun} is not counted in ${unit}: ${right} is usual`,
      ),
    },
  ];
}
