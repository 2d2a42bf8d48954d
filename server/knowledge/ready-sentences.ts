import type { AgencyKind, SectionKind } from '../report/report.js';

/** A sentence that a writer only has to fill in. */
export interface ReadySentence {
  /** The section it belongs in; `opening` stands before the first one. */
  readonly section: SectionKind | 'opening';
  /** A few words by which it is told from others in a list. */
  readonly topic: { readonly 'zh-CN': string; readonly en: string };
  /** Words of a heading under which it comes first. */
  readonly under: readonly string[];
  /** The kinds of agency that do such things; absent for all. */
  readonly agencies?: readonly AgencyKind[];
  /**
   * `{year}` Y, `{next}` Y+1, `{agency}`, `{self}` (我镇), `{committee}` (镇党委), `{heads}` (镇党委书记、镇长), `{blank}` a blank to fill.
   * Every figure is a blank.
   */
  readonly text: string;
}

const LOCAL: readonly AgencyKind[] = ['town', 'township', 'subdistrict'];
const TERRITORIAL: readonly AgencyKind[] = [...LOCAL, 'county', 'district', 'city', 'province', 'zone'];
const HIGHER: readonly AgencyKind[] = ['county', 'district', 'city', 'province', 'zone'];
const DEPARTMENT: readonly AgencyKind[] = ['department', 'other'];

/**
 * Ready sentences for each part of a report, in the order in which reports bring them.
 *
 * Source: sentences of published annual reports on law-based government (the survey of 168 reports behind `skeletons.ts`), cut to what
 * was done and how often; what the figures are follows what reviewers ask for: 次, 件, 项, 人次.
 */
export const READY_SENTENCES: readonly ReadySentence[] = Object.freeze([
  {
    section: 'opening',
    topic: { 'zh-CN': '开头', en: 'Opening' },
    under: [],
    text: '{year}年，{agency}坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '组织领导：专题会议', en: 'Leadership: meetings' },
    under: ['组织领导', '党的领导', '政治', '统筹', '责任', '机制'],
    text: '{committee}召开会议专题研究法治政府建设工作{blank}次，听取工作汇报{blank}次，研究解决{blank}等问题{blank}个。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '组织领导：学法', en: 'Leadership: study of law' },
    under: ['学法', '组织领导', '学习', '思想', '素养'],
    text: '{committee}理论学习中心组集体学法{blank}次，组织干部职工参加法律知识考试{blank}人次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '依法决策：合法性审查', en: 'Decisions: legality review' },
    under: ['决策', '合法性', '审查', '法律顾问', '制度'],
    text: '对重大行政决策、行政规范性文件和合同进行合法性审查{blank}件，提出审查意见{blank}条。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '依法决策：法律顾问', en: 'Decisions: legal advisers' },
    under: ['法律顾问', '决策', '公职律师'],
    text: '聘请法律顾问{blank}名，法律顾问参与研究重大事项{blank}项，审查合同{blank}份，出具法律意见书{blank}份。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '依法决策：决策程序', en: 'Decisions: procedure' },
    under: ['决策', '民主'],
    agencies: HIGHER,
    text: '公布重大行政决策事项目录，列入事项{blank}项；对{blank}项重大行政决策履行公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '制度建设：规范性文件', en: 'Institutions: normative documents' },
    under: ['制度', '规范性文件', '决策', '文件'],
    text: '制定行政规范性文件{blank}件，报送备案{blank}件；清理现行文件{blank}件，其中废止{blank}件、修改{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '执法：检查和处罚', en: 'Enforcement: checks and penalties' },
    under: ['执法', '监管'],
    text: '开展行政检查{blank}次，发现并督促整改问题{blank}处，办理行政处罚案件{blank}件，罚没款{blank}万元。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '执法：三项制度', en: 'Enforcement: the three systems' },
    under: ['执法', '三项制度', '公示'],
    text: '落实行政执法公示、执法全过程记录、重大执法决定法制审核制度，公示执法信息{blank}条，法制审核重大执法决定{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '执法：队伍和培训', en: 'Enforcement: staff and training' },
    under: ['执法', '队伍', '培训', '能力'],
    text: '{self}持有行政执法证件{blank}人，组织执法人员培训{blank}次、{blank}人次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '执法：案卷评查', en: 'Enforcement: review of files' },
    under: ['执法', '监督'],
    agencies: [...HIGHER, ...DEPARTMENT],
    text: '开展行政执法案卷评查{blank}次，评查案卷{blank}卷，反馈问题{blank}个，整改{blank}个。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '许可和政务服务', en: 'Licences and services' },
    under: ['政务服务', '营商环境', '放管服', '审批', '许可', '职能'],
    agencies: [...HIGHER, ...DEPARTMENT],
    text: '办理行政许可事项{blank}件，按时办结{blank}件；取消证明事项{blank}项，压减审批时限{blank}个工作日。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '便民服务', en: 'Services for residents' },
    under: ['政务服务', '便民', '营商环境', '职能'],
    agencies: LOCAL,
    text: '便民服务中心办理各类事项{blank}件，按时办结{blank}件；办理12345政务服务便民热线工单{blank}件，按期答复{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '矛盾化解：人民调解', en: 'Disputes: mediation' },
    under: ['矛盾', '纠纷', '调解', '化解', '枫桥', '平安', '治理'],
    agencies: TERRITORIAL,
    text: '排查矛盾纠纷{blank}件，受理调解案件{blank}件，调解成功{blank}件，调解成功率{blank}%。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '矛盾化解：信访', en: 'Disputes: petitions' },
    under: ['矛盾', '信访', '化解', '稳定'],
    text: '接待来信来访群众{blank}批{blank}人次，受理信访事项{blank}件，按期办结{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '矛盾化解：复议和应诉', en: 'Disputes: reconsideration and litigation' },
    under: ['复议', '应诉', '诉讼', '矛盾', '监督'],
    text: '{year}年，{self}作为被申请人的行政复议案件{blank}件，作为被告的行政诉讼案件{blank}件，负责人出庭应诉{blank}次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '矛盾化解：调解组织', en: 'Disputes: mediation bodies' },
    under: ['调解', '矛盾', '队伍'],
    agencies: TERRITORIAL,
    text: '建有人民调解委员会{blank}个、专兼职人民调解员{blank}名，组织调解业务培训{blank}次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '普法：宣传活动', en: 'Legal education: events' },
    under: ['普法', '宣传', '法治文化', '守法'],
    text: '开展法治宣传活动{blank}场次，发放宣传资料{blank}份，解答法律咨询{blank}人次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '普法：法治讲座', en: 'Legal education: lectures' },
    under: ['普法', '宣传', '法治文化', '讲座'],
    text: '举办法治讲座{blank}场，{blank}人次参加；利用国家宪法日、民法典宣传月等节点开展主题宣传{blank}次。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '普法：法律明白人', en: 'Legal education: villagers who know the law' },
    under: ['法律明白人', '普法', '宣传', '基层'],
    agencies: TERRITORIAL,
    text: '培养“法律明白人”{blank}名，开展业务培训{blank}次，“法律明白人”参与调解纠纷{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '公共法律服务', en: 'Public legal services' },
    under: ['法律服务', '公共法律服务', '法律援助'],
    agencies: TERRITORIAL,
    text: '村（社区）法律顾问提供法律咨询{blank}人次，引导申请法律援助{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '政务公开', en: 'Openness' },
    under: ['政务公开', '公开', '信息', '监督'],
    text: '主动公开政府信息{blank}条，办理依申请公开{blank}件，均按期答复。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '接受监督：建议提案', en: 'Supervision: proposals of delegates' },
    under: ['监督', '人大', '制约', '权力'],
    agencies: [...HIGHER, ...DEPARTMENT],
    text: '办理人大代表建议{blank}件、政协提案{blank}件，按期办结{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '接受监督：代表建议', en: 'Supervision: proposals of delegates' },
    under: ['监督', '人大', '制约', '权力'],
    agencies: LOCAL,
    text: '自觉接受人大监督，办理人大代表建议{blank}件，按期答复{blank}件。',
  },
  {
    section: 'measures',
    topic: { 'zh-CN': '应急处置', en: 'Emergencies' },
    under: ['应急', '突发', '安全'],
    text: '修订应急预案{blank}个，组织应急演练{blank}次，处置突发事件{blank}起。',
  },
  {
    section: 'shortcomings',
    topic: { 'zh-CN': '不足：执法力量', en: 'Shortcoming: enforcement staff' },
    under: ['执法', '力量', '队伍'],
    text: '行政执法力量不足，{self}持有执法证件的仅{blank}人。原因是{blank}。',
  },
  {
    section: 'shortcomings',
    topic: { 'zh-CN': '不足：普法实效', en: 'Shortcoming: legal education' },
    under: ['普法', '宣传', '意识'],
    text: '普法宣传形式较为单一，对{blank}等群体覆盖不够。原因是{blank}。',
  },
  {
    section: 'shortcomings',
    topic: { 'zh-CN': '不足：依法决策', en: 'Shortcoming: decisions' },
    under: ['决策', '意识', '观念'],
    text: '部分干部运用法治思维和法治方式解决问题的能力不强，{blank}。原因是{blank}。',
  },
  {
    section: 'shortcomings',
    topic: { 'zh-CN': '不足：矛盾化解', en: 'Shortcoming: disputes' },
    under: ['矛盾', '纠纷', '调解'],
    agencies: TERRITORIAL,
    text: '矛盾纠纷多元化解机制不够健全，{blank}。原因是专职调解员只有{blank}名，{blank}。',
  },
  {
    section: 'shortcomings',
    topic: { 'zh-CN': '不足和原因（自填）', en: 'Shortcoming and cause' },
    under: [],
    text: '{blank}方面存在不足，主要表现为{blank}。原因是{blank}。',
  },
  {
    section: 'duties',
    topic: { 'zh-CN': '履职：听取汇报和专题研究', en: 'Duties: reports heard' },
    under: ['部署', '组织', '领导'],
    text: '{heads}主持召开会议研究法治建设工作{blank}次，听取工作汇报{blank}次，解决{blank}等问题{blank}个。',
  },
  {
    section: 'duties',
    topic: { 'zh-CN': '履职：带头学法和述法', en: 'Duties: study and account' },
    under: ['学法', '述法'],
    text: '{heads}带头学法{blank}次，主讲法治课{blank}次；将履行推进法治建设第一责任人职责情况列入年终述职，完成述法{blank}人。',
  },
  {
    section: 'duties',
    topic: { 'zh-CN': '履职：协调督办', en: 'Duties: matters handled' },
    under: ['督办', '协调', '过问'],
    text: '{heads}对{blank}等重点事项作出批示{blank}件，协调督办{blank}件，办结{blank}件。',
  },
  {
    section: 'duties',
    topic: { 'zh-CN': '履职：出庭应诉', en: 'Duties: appearances in court' },
    under: ['应诉', '出庭', '诉讼'],
    text: '主要负责人出庭应诉{blank}次，参与调解行政争议{blank}件。',
  },
  {
    section: 'plan',
    topic: { 'zh-CN': '安排：执法', en: 'Plan: enforcement' },
    under: ['执法'],
    text: '{next}年，针对{blank}问题，组织行政执法人员培训{blank}次，开展案卷评查{blank}次，完成{blank}。',
  },
  {
    section: 'plan',
    topic: { 'zh-CN': '安排：依法决策', en: 'Plan: decisions' },
    under: ['决策', '制度', '合法性'],
    text: '{next}年，对重大行政决策、行政规范性文件和合同全部进行合法性审查，清理现行文件{blank}件。',
  },
  {
    section: 'plan',
    topic: { 'zh-CN': '安排：普法', en: 'Plan: legal education' },
    under: ['普法', '宣传', '法治文化'],
    text: '{next}年，围绕{blank}开展法治宣传活动{blank}场，培训{blank}等重点人群{blank}人次。',
  },
  {
    section: 'plan',
    topic: { 'zh-CN': '安排：矛盾化解', en: 'Plan: disputes' },
    under: ['矛盾', '纠纷', '调解', '信访'],
    agencies: TERRITORIAL,
    text: '{next}年，每{blank}排查一次矛盾纠纷，充实专职调解员{blank}名，{blank}月底前化解{blank}等积案{blank}件。',
  },
  {
    section: 'plan',
    topic: { 'zh-CN': '安排：补短板', en: 'Plan: what is to be put right' },
    under: [],
    text: '{next}年，{self}针对{blank}的不足，由{blank}牵头，于{blank}月底前完成{blank}。',
  },
]);
