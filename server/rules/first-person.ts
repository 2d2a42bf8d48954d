import type { AgencyKind } from '../report/report.js';
import { localized } from './localized.js';
import { isInQuotes, isInTitleMarks } from './quoted-places.js';
import { replacement } from './replacement.js';
import type { ParagraphRule, RuleFinding } from './rule.js';

/**
 * 本人 as the author: it begins a clause and acts as an office-holder does. 本人申请, 本人签字, 本人到场, 本人自愿 are others' and are not
 * among the verbs.
 */
const AUTHOR =
  /(?<=^|[。；，、：:,;”）)]|[一二三四五六七八九十]是|期间|以来|[年月]|工作中|同时|此外|现将|现就|结合)本人(?=也?将|始终|坚持|带头|作为|牢记|深知|深刻|切实|严格|高度重视|亲自|主持|履行|履职|认真(?:履|贯|落|学|组|研|执|遵|抓|部)|主动(?:担|履|作为|出庭|谋|带|扛)|担任|任职|分管|述法|年度|(?:20\d\d|二[〇○零]..)年|充分发挥|多次(?:组织|主持|召|深入|带|研|部|听)|先后(?:组织|主持|召|深入|带|研|听|对)|组织(?:召|开|学|推|研|制)|在(?:法治|推进|履|依法|学|任|党委|县委|区委|镇党)|能够?(?:带|坚|认|自觉|严|主|切)|自觉(?:接|遵|学|履|践|运|把|维|坚)|自(?:任|担任|上任|到任|觉)|学法|牵头|对(?:法治|照|全|分管)|积极(?:推|组|参与法|履|践|谋)|及时(?:研|听|召|组|部)|全年|深入(?:学|贯|基|一线|村)|注重|狠抓|着力|定期(?:听|研|组|召)|带领|督促|(?:的)?(?:述法|履职|学法|法治建设|抓法治))/gu;
/** Sentences that tell of a party to a matter. */
const PARTY =
  /当事人|申请人|矫正对象|嫌疑人|被处罚|违法行为人|举报人|信访人|来访人|被告|原告|患者|户主|村民[^，。；]{0,4}某|某某|居民身份证|委托书|代理人|承诺书|服刑|戒毒|退役军人|刑满/u;
const MYSELF = /(?<![自忘小大])我个人(?!民)/gu;
const REPORTING = /(?:现|现将|现就)?(?:本人|个人)?述法(?:报告|汇报)?如下|述法(?:工作)?(?:情况)?(?:报告|汇报)如下/gu;
const I_AS = /(?<=^|[。；，：]|[一二三四五六七八九十]是)我(?=作为|亲自|主持召开|带头|始终(?:把|坚|将))/gu;

/** One of them stands in whatever the expressions above find. */
const TRIGGERS: readonly string[] = [
  '本人',
  '我个人',
  ...['', '报告', '汇报', '工作报告', '工作汇报', '情况报告', '情况汇报', '工作情况报告', '工作情况汇报'].map((what) => `述法${what}如下`),
  ...['作为', '亲自', '主持召开', '带头', '始终把', '始终坚', '始终将'].map((does) => `我${does}`),
];

/** Own kinds of bodies that have a short form of one word. */
const SHORT_FORMS: ReadonlyMap<AgencyKind, string> = new Map([
  ['town', '镇'],
  ['township', '乡'],
  ['subdistrict', '街道'],
  ['county', '县'],
  ['district', '区'],
  ['city', '市'],
  ['province', '省'],
]);

/** 个人述法口吻: the author speaks as one person. */
export const firstPerson: ParagraphRule = {
  id: 'first-person',
  group: 'terms',
  scope: 'paragraph',
  severity: 'warning',
  fixable: 'choice',
  name: localized('个人述法口吻', 'First person'),
  finds: localized(
    '以机关名义写的报告里出现“本人”“我个人”“现述法报告如下”，是从个人述法报告里抄来的。',
    'The report of a body speaks as one person (本人, 我个人, 现述法报告如下): text of a personal report on duties.',
  ),
  why: localized('年度报告的报告人是机关，不是个人。', 'The annual report is made by a body, not by a person.'),
  triggers: TRIGGERS,
  examples: {
    bad: [
      {
        parts: {
          duties:
            '三、党政主要负责人履行推进法治建设第一责任人职责情况\n镇党委书记、镇长带头履行第一责任人职责，主持召开法治建设会议3次，听取工作汇报4次，批示督办重点案件5件，本人也将严格要求自己，带头讲法治课2次，年底向县委全面依法治县委员会办公室报送述法报告。',
        },
      },
      { parts: { opening: '2024年，清源镇深入学习贯彻习近平法治思想，扎实推进法治政府建设。现述法报告如下：' } },
    ],
    good: [
      {
        parts: {
          measures:
            '一、2024年推进法治政府建设的主要举措和成效\n（一）加强组织领导。召开专题会议4次，党政主要负责人提交述法报告2份。\n（二）规范行政执法。核查申请人本人身份，由当事人本人签字，须本人到场办理，开展行政检查312次。',
        },
      },
    ],
  },
  check({ role, text }, { agencyKind }) {
    if (role === 'furniture' || role === 'attachment' || role === 'title') return [];
    const self = SHORT_FORMS.get(agencyKind ?? 'other');
    const subjects = [`我${self ?? '单位'}`, self === undefined ? '单位主要负责人' : `${self}主要负责人`];
    return [
      ...findingsOf(AUTHOR, text, subjects).filter(({ span }) => !PARTY.test(sentenceBefore(text, span.start))),
      ...findingsOf(MYSELF, text, subjects),
      ...findingsOf(I_AS, text, subjects),
      ...findingsOf(REPORTING, text, ['现将有关情况报告如下']),
    ].sort((a, b) => a.span.start - b.span.start);
  },
};

function findingsOf(pattern: RegExp, text: string, rightForms: readonly string[]): RuleFinding[] {
  return [...text.matchAll(pattern)]
    .filter(({ index }) => !isInQuotes(text, index) && !isInTitleMarks(text, index))
    .map((match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      message: localized(
        `“${match[0]}”是个人述法的口吻：本报告由机关作出，请改换说法`,
        `"${match[0]}" speaks as one person; this report is made by a body`,
      ),
      fixes: rightForms.map((right) => replacement(match[0], right, match.index, 'choice')),
    }));
}

/** The sentence up to a place, cut off where it is long. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - REACH), at);
  return before.slice(before.lastIndexOf('。') + 1);
}

/** How far back a party to a matter may be named. */
const REACH = 80;
