import { localized } from './localized.js';
import { isInTitleMarks } from './quoted-places.js';
import { replacement } from './replacement.js';
import type { Fix, ParagraphRule, RuleFinding } from './rule.js';

/** What may follow the name; miswritten thoughts (习近平法制思想) are `fixed-term`'s. */
const COMPLETE =
  /^[ \u00a0\u3000]{0,2}(?:总书记|总书[纪计]|同志|主席|总数记|总收记|法治|法制|法律思想|法冶|新时代|新时期|新时|中国特色|特色社会|经济|生态|外交|强军|文化|关于|谈|论|全面依法治国|依法治国|治国理政|在[^，。；]{0,30}(?:[”’]|文章|致辞|演讲)|党建|总体国家安全|署名|[、，]|著作|语录|用典|诗词|$)/u;
/** Titles that may stand in front: 中央军委主席习近平. */
const TITLED = /(?:总书记|主席|同志|领导人)[ \u00a0\u3000]{0,2}$/u;
/** 学习总书记 is a verb and its object. */
const SHORT_NAME = /(?<![学研练见实补复温自演修传积陋恶])习(?:总书记|主席(?!台|团))|习近平书记/uy;
const BARE_THOUGHT =
  /(?<=(?:学习|贯彻|宣传|落实|践行|领会|把握|阐释|坚持以|，以|^以)[和与、好]?)法治思想(?=$|[，。；、：“”（）的和]|精神|核心|内涵|学习|武装|引领|指导|为指[导引]|为引领|为统领|为遵循|为根本|专题|重大意义|“十一个坚持”|[0-9])/uy;
const BARE_ERA = /(?<!习近平[ \u00a0\u3000]{0,2}|同志|总书记|主席|[XxＸ×*＊])新时代中国特色社会主义思想/uy;

/** 领导人称谓不全: the General Secretary's name without his title, or a thought without his name. */
export const leaderTitle: ParagraphRule = {
  id: 'leader-title',
  group: 'terms',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  name: localized('领导人称谓不全', 'Leader’s title incomplete'),
  finds: localized(
    '“习近平”后面没有“总书记”“法治思想”“新时代”“同志”等；“学习贯彻法治思想”前面没有“习近平”；用“习总书记”简称。',
    'The name of the General Secretary without title or thought, the thought without the name, or the short form 习总书记.',
  ),
  why: localized(
    '称谓不全是政治性差错，多半是复制时被网站过滤掉了字。',
    'An incomplete title is a grave slip; mostly a web filter dropped characters.',
  ),
  triggers: ['习近平', '习总书记', '习主席', '法治思想', '新时代中国特色社会主义思想'],
  examples: {
    bad: [
      {
        parts: {
          opening: '2024年，清源镇深入学习贯彻法治思想，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
      {
        parts: {
          opening: '2024年，清源镇深入学习习近平重要讲话精神，扎实推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
    good: [
      {
        parts: {
          opening:
            '2024年，清源镇深入学习贯彻习近平法治思想，学习总书记重要讲话精神，学习《习近平关于全面依法治国论述摘编》，运用法治思维推进法治政府建设。现将有关情况报告如下：',
        },
      },
    ],
  },
  check({ role, text }) {
    if (role === 'furniture') return [];
    const findings: RuleFinding[] = [];
    for (const form of FORMS) addFindings(findings, form, text);
    return findings.length < 2 ? findings : findings.sort((a, b) => a.span.start - b.span.start);
  },
};

/** What stands at a place and round it. */
interface Place {
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

/** How far round a place is looked at. */
const REACH = 40;

/** One way to name the General Secretary, or not to name him. */
interface Form {
  /** What stands in every such place: there the rest is looked at. */
  readonly anchor: string;
  /** Length of what is flagged if a place is wrong; 0: it is right. */
  readonly lengthAt: (text: string, at: number) => number;
  readonly rightForms: (place: Place) => readonly string[];
}

const FORMS: readonly Form[] = [
  {
    anchor: '习近平',
    lengthAt: (text, at) => (isNamedInFull(text, at) || !isIncomplete(placeAt(text, at, '习近平'.length)) ? 0 : '习近平'.length),
    rightForms: ({ after }) => nameFixes(after),
  },
  { anchor: '习总书记', lengthAt: matchedLength(SHORT_NAME), rightForms: shortNameFixes },
  { anchor: '习主席', lengthAt: matchedLength(SHORT_NAME), rightForms: shortNameFixes },
  { anchor: '习近平书记', lengthAt: matchedLength(SHORT_NAME), rightForms: shortNameFixes },
  {
    anchor: '法治思想',
    lengthAt: unlessNamed(matchedLength(BARE_THOUGHT)),
    rightForms: () => ['习近平法治思想'],
  },
  {
    anchor: '新时代中国特色社会主义思想',
    lengthAt: unlessNamed(matchedLength(BARE_ERA)),
    rightForms: () => ['习近平新时代中国特色社会主义思想'],
  },
];

/** How nearly every report goes on behind the name. */
function isNamedInFull(text: string, at: number): boolean {
  const behind = at + '习近平'.length;
  return text.startsWith('法治', behind) || text.startsWith('新时代', behind) || text.startsWith('总书记', behind);
}

function addFindings(findings: RuleFinding[], { anchor, lengthAt, rightForms }: Form, text: string): void {
  for (let start = text.indexOf(anchor); start >= 0; start = text.indexOf(anchor, start + 1)) {
    const length = lengthAt(text, start);
    if (length === 0 || isInTitleMarks(text, start)) continue;
    const place = placeAt(text, start, length);
    const fixes: Fix[] = rightForms(place).map((right) => replacement(place.own, right, start, 'choice'));
    findings.push({ span: { start, end: start + length }, message: messageFor(place), fixes });
  }
}

function placeAt(text: string, start: number, length: number): Place {
  const end = start + length;
  return { before: text.slice(Math.max(0, start - REACH), start), own: text.slice(start, end), after: text.slice(end, end + REACH) };
}

/** @param pattern a sticky one. */
function matchedLength(pattern: RegExp): Form['lengthAt'] {
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0].length ?? 0;
  };
}

/** Nearly every thought has its name in front. */
function unlessNamed(lengthAt: Form['lengthAt']): Form['lengthAt'] {
  return (text, at) => (text.startsWith('习近平', at - '习近平'.length) ? 0 : lengthAt(text, at));
}

function shortNameFixes({ own }: Place): string[] {
  return [own.replace(/^习(?:近平)?/u, '习近平').replace('平书记', '平总书记')];
}

function isIncomplete({ before, after }: Place): boolean {
  return !COMPLETE.test(after) && !TITLED.test(before);
}

function nameFixes(after: string): string[] {
  if (after.startsWith('思想')) return ['习近平法治', '习近平新时代中国特色社会主义'];
  if (after.startsWith('为核心')) return ['习近平同志'];
  return ['习近平总书记', '习近平同志'];
}

function messageFor({ own, after }: Place): RuleFinding['message'] {
  if (own === '习近平') {
    const quoted = `${own}${after.slice(0, 4)}`;
    return localized(
      `“${quoted}”称谓不全：应写“习近平总书记”“习近平同志”，或写全思想名称`,
      `"${quoted}": the title or the name of the thought is incomplete`,
    );
  }
  if (own.startsWith('习'))
    return localized(`“${own}”是简称：应写全姓名和职务`, `"${own}" is short for name and title: write them in full`);
  return localized(`“${own}”前面缺“习近平”：应写全`, `习近平 is missing before "${own}"`);
}
