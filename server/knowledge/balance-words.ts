/** What a number of a flow says: how many came, went, were there before, or are left. */
export type BalanceRole = 'in' | 'out' | 'carried' | 'left';

/**
 * Words before, or straight after, a number that tell its place in a flow. The first row that matches speaks, so that 未办结 is
 * read before 办结 and 结转下年 before 结转.
 *
 * Source: terms of the Community Correction Law, the Administrative Reconsideration Law and the case registers as the five
 * samples and 168 published reports use them.
 */
export const BALANCE_WORDS: readonly (readonly [BalanceRole, RegExp])[] = Object.freeze([
  [
    'carried',
    /上年(?:度)?(?:结转|未结|遗留|存量|末)|(?:上年|往年|去年|历年)[\u4e00-\u9fff]{0,4}(?:结转|遗留|未结|存量)|年初(?:在册|存量|结存|未结|有)?|期初|原有|旧存|结转(?!下|至|到|明|次)/u,
  ],
  [
    'left',
    /在册|在矫|在管|现有|剩余|余下|其余|结余|结存|未(?:办结|审结|结案|结|整改|化解|解决|完成|销号|处置|处理|解除)|在办|在审|在查|尚在|尚未|正在|结转(?:下|至|到|明|次)|还有|年末|期末|待(?:办|结|整改|化解|审)/u,
  ],
  ['out', /解除|解矫|期满|办结|审结|结案|化解|整改|销号|解决|处置|处结|调结|调[解处](?:成功)?$|成功调[解处]|答复|办理完毕/u],
  ['in', /接收|新接收|受理|收到|收案|新收|收件|立案|接到|新增|登记|列管|入矫|排查|发现|查出|反馈|交办|转办|流转|纳入|调[解处]/u],
]);
