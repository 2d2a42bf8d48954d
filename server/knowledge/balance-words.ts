import { MEASURE_WORDS } from './measure-words.js';

/**
 * What a number of a flow says: how many came, went, were there before, or are left; `turn` may be what came or what went: at the
 * beginning of a flow 交办问题54个 came, behind it 移交有关部门4件 went.
 */
export type BalanceRole = 'in' | 'out' | 'carried' | 'left' | 'turn';

/**
 * Words before, or straight after, a number that tell its place in a flow. The first row that matches speaks, so that 未办结 is
 * read before 办结, 结转下年 before 结转 and 受理后撤回 before 受理.
 *
 * Source: terms of the Community Correction Law, the Administrative Reconsideration Law, 《信访工作条例》, the form of the yearly
 * report on open government (本年新收, 上年结转, 结转下年度继续办理) and the case registers as the five samples and 168 published
 * reports use them.
 */
export const BALANCE_WORDS: readonly (readonly [BalanceRole, RegExp])[] = Object.freeze([
  [
    'carried',
    /(?:上|去|往|历)年(?:度)?[\u4e00-\u9fff]{0,6}(?:结转|转结|转入|遗留|未结|存量|结存)(?!下|至|到|明|次)|上年(?:度)?末|年初(?:在册|在矫|存量|结存|未结|共?有)?|期初|原有|旧存|(?:结转|转结)(?!下|至|到|明|次)/u,
  ],
  [
    'left',
    /在册|在矫|在管|在帮|在教|现有|剩余|余下|其余|结余|结存|(?:尚|仍|还|仅|剩)[有余剩]|(?:^|[仅还尚仍])[余剩](?:下)?$|未(?:能)?(?:办|审|调|处|执|了|完|查)?(?:结|毕)|未(?:成功|采纳|调[解处]|整改|化解|解决|完成|销号|处置|处理|解除|答复|回复|办[复理]|落实|消除|执行|履行|归档|治理|拆除|兑现|到位|办好|期满|达成)|在(?:办|审|查|侦|处|调|侦办)(?=$|案|中|[，。、；\d０-９一二三四五六七八九十两])|(?<![接招优期对等看])待(?:办|审|查|结|整改|化解|处[置理]|核查|落实|销号|解决)|尚在|尚未|正在|(?:办理|审理|审查|调查|侦办|处理|处置|化解|整改|推进|进行|核查|调[解处]|协调)(?:当|之)?中|(?:结转|转结|转入|顺延)(?:下|至|到|明|次)|(?:年末|期末)(?![\u4e00-\u9fff]{0,4}(?:办结|审结|结案|化解|整改))/u,
  ],
  [
    'out',
    /解除|解矫|期满|办[结毕复成]|查[结实否]|审结|结案|结清|完结|了结|归档|执结|执行完毕|化解|整改|销号|销案|解决|处置|处结|调结|调[解处](?:处理)?(?:成功)?(?:了)?$|^成功$|成功调[解处]|调[解处]成功|调撤|答复|回复|办理完毕|处理完毕|撤回|撤诉|撤销案件|终止|注销|退出|清退|驳回|退回|退件|转出|迁出|核销|消除|采纳|(?:不|未)予?(?:受理|立案)/u,
  ],
  ['turn', /办理|处理|查[处办]|调[解处]|移[送交]|转[办送交]|交办|反馈|流转|合并|引导|治理|落实|拆除/u],
  [
    'in',
    /接[收到办处访件报]|受理|收[到案件]|新收|立案|新[增立办发报]|登记|列管|入矫|排查|摸排|发现|查出|查摆|检出|梳理|提出|征集|收集|纳入|承[办接]|申请|报[案警]|发生/u,
  ],
]);

/** What follows 余 where it says by itself that so many are left: a number, or the end of the clause. */
const AFTER_LEFT = '0123456789０１２３４５６７８９一二三四五六七八九十百千两〇零无没未，,、（()）：:。；; \u00a0\u3000\t';

/**
 * Of these strings every text that says how many are left holds one, as the row `left` has it. 余 alone is none: 300余件 are not left
 * over. It is one straight behind a measure word (受理10件，3件余), and before a number (余3件).
 */
export const LEFT_TRIGGERS: readonly string[] = Object.freeze([
  ...['剩', '余下', '其余', '结余', '尚余', '仍余', '还余', '仅余', '结存', '现有', '尚有', '仍有', '还有', '仅有'],
  ...[...'册矫管帮教办审查侦处调'].map((state) => `在${state}`),
  ...[...'能办审调处执了完查结毕采整化解销答回落消履归治拆兑到期'].map((verb) => `未${verb}`),
  ...['未成功', '未达成', '尚在', '尚未', '正在', '结转', '转结', '转入', '顺延', '年末', '期末'],
  ...[...'办审查结整化处核落销解'].map((verb) => `待${verb}`),
  ...[...'理查办置解改进行处调当之'].map((verb) => `${verb}中`),
  ...[...AFTER_LEFT].map((mark) => `余${mark}`),
  ...[...new Set(MEASURE_WORDS.map((word) => word.charAt(word.length - 1)))].map((unit) => `${unit}余`),
  ...[...' \u00a0\u3000\t'].map((blank) => `${blank}余`),
]);
