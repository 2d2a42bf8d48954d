/** What kind of document a listed one is. */
export type DocumentKind =
  | 'law'
  | 'administrative-regulation'
  | 'party-regulation'
  | 'plan'
  | 'opinion'
  | 'notice'
  | 'decision'
  | 'standard'
  | 'book';

/** How a document went out of force. */
export interface RepealedDocument {
  /** Day from which it is not in force. */
  readonly since: string;
  /** Name of the document that repealed it. */
  readonly by: string;
}

/** A national document that annual reports on law-based government cite. */
export interface ListedDocument {
  /** Full official name, without 《》 and without its period. Editions of other periods are entries of their own. */
  readonly name: string;
  readonly kind: DocumentKind;
  /** The period that belongs to the name, as printed: 2021—2025年. */
  readonly period?: string;
  /** Localities give plans of their own the same name with other periods. */
  readonly isCommonName?: true;
  /** Document number (中发〔2021〕33号) or order (国务院令第713号); left out where it is not sure. */
  readonly number?: string;
  readonly issuer?: string;
  /** Day from which it is in force (of laws and regulations) or on which it was issued; left out where it is not sure. */
  readonly date?: string;
  /** Where it is no longer in force: since when, and what took its place. Absent says nothing. */
  readonly repealed?: RepealedDocument;
  /** Other names in use that are right. */
  readonly shortNames?: readonly string[];
  /** Wrong names seen in reports that are further away from the right one than a slip of the pen, or not told from another document by it. */
  readonly mistaken?: readonly string[];
  /** Where name, period and number are confirmed. */
  readonly source: string;
}

const LAWS_OF_CONGRESS = '全国人民代表大会及其常务委员会公布的法律文本（国家法律法规数据库）';
const REGULATIONS_OF_STATE_COUNCIL = '国务院公布的行政法规文本（国家行政法规库）';
const PARTY_REGULATIONS = '中共中央印发、新华社公布的党内法规文本';
const STATE_COUNCIL_PAPERS = '国务院、国务院办公厅公开的文件（中国政府网）';
const PARTY_PAPERS = '中共中央、国务院公开的文件（新华社、中国政府网）';

/**
 * Laws in force or cited for years after, without 中华人民共和国, with other right names and with wrong ones.
 * Source: {@link LAWS_OF_CONGRESS}.
 */
const LAWS: readonly (readonly [name: string, shortNames?: readonly string[], mistaken?: readonly string[]])[] = [
  ['宪法', [], ['宪法法']],
  ['民法典', [], ['民法点', '民典法', '名法典', '民法典法', '民法法典']],
  ['刑法', [], ['刑法法']],
  ['立法法'],
  ['各级人民代表大会常务委员会监督法', ['监督法']],
  ['监察法'],
  ['监察官法'],
  ['公务员法'],
  ['公职人员政务处分法', ['政务处分法']],
  ['行政处罚法', [], ['行政处法', '行政罚法']],
  ['行政许可法', [], ['行政许法']],
  ['行政强制法'],
  ['行政复议法', [], ['行政复法']],
  ['行政诉讼法', [], ['行政讼法', '行政诉法']],
  ['国家赔偿法'],
  ['刑事诉讼法'],
  ['民事诉讼法'],
  ['仲裁法'],
  ['劳动争议调解仲裁法'],
  ['农村土地承包经营纠纷调解仲裁法'],
  ['人民调解法'],
  ['法律援助法'],
  ['社区矫正法'],
  ['法治宣传教育法', [], ['法制宣传教育法']],
  ['律师法'],
  ['公证法'],
  ['人民陪审员法'],
  ['监狱法'],
  ['治安管理处罚法', [], ['治安管理处法']],
  ['道路交通安全法'],
  ['消防法'],
  ['禁毒法'],
  ['反恐怖主义法'],
  ['反间谍法'],
  ['反有组织犯罪法', [], ['反组织犯罪法', '反有组织犯法']],
  ['反电信网络诈骗法', ['反电诈法', '反诈法'], ['反电信诈骗法', '反电信网诈骗法', '反电信网络诈骗犯罪法']],
  ['反洗钱法'],
  ['反家庭暴力法'],
  ['反不正当竞争法'],
  ['反垄断法'],
  ['国家安全法'],
  ['网络安全法'],
  ['数据安全法'],
  ['个人信息保护法'],
  ['生物安全法'],
  ['保守国家秘密法', ['保密法']],
  ['国防教育法'],
  ['兵役法'],
  ['退役军人保障法'],
  ['英雄烈士保护法'],
  ['国旗法'],
  ['国歌法'],
  ['国徽法'],
  ['突发事件应对法'],
  ['突发公共卫生事件应对法'],
  ['安全生产法', [], ['生产安全法']],
  ['特种设备安全法'],
  ['石油天然气管道保护法'],
  ['防震减灾法'],
  ['气象法'],
  ['防洪法'],
  ['传染病防治法'],
  ['动物防疫法'],
  ['食品安全法'],
  ['农产品质量安全法'],
  ['药品管理法'],
  ['疫苗管理法'],
  ['基本医疗卫生与健康促进法'],
  ['精神卫生法'],
  ['人口与计划生育法'],
  ['招标投标法', [], ['招投标法', '招标投标管理法']],
  ['政府采购法'],
  ['预算法'],
  ['审计法'],
  ['统计法'],
  ['会计法'],
  ['税收征收管理法'],
  ['企业国有资产法'],
  ['企业破产法'],
  ['公司法'],
  ['合伙企业法'],
  ['外商投资法'],
  ['中小企业促进法'],
  ['民营经济促进法'],
  ['电子商务法'],
  ['广告法'],
  ['价格法'],
  ['产品质量法'],
  ['计量法'],
  ['标准化法'],
  ['商标法'],
  ['专利法'],
  ['著作权法'],
  ['消费者权益保护法', [], ['消费者权益保障法']],
  ['土地管理法'],
  ['农村土地承包法', ['土地承包法']],
  ['城乡规划法'],
  ['城市房地产管理法'],
  ['建筑法'],
  ['公路法'],
  ['耕地占用税法'],
  ['黑土地保护法'],
  ['环境保护法', ['环保法']],
  ['海洋环境保护法'],
  ['大气污染防治法'],
  ['水污染防治法'],
  ['土壤污染防治法'],
  ['噪声污染防治法'],
  ['环境噪声污染防治法'],
  ['固体废物污染环境防治法'],
  ['环境影响评价法'],
  ['环境保护税法'],
  ['清洁生产促进法'],
  ['循环经济促进法'],
  ['节约能源法'],
  ['长江保护法'],
  ['黄河保护法'],
  ['青藏高原生态保护法'],
  ['湿地保护法'],
  ['野生动物保护法'],
  ['水法'],
  ['水土保持法'],
  ['森林法'],
  ['草原法'],
  ['渔业法'],
  ['矿产资源法'],
  ['文物保护法'],
  ['非物质文化遗产法'],
  ['公共文化服务保障法'],
  ['乡村振兴促进法'],
  ['农业法'],
  ['农业技术推广法'],
  ['农民专业合作社法'],
  ['农村集体经济组织法'],
  ['粮食安全保障法'],
  ['种子法'],
  ['反食品浪费法'],
  ['畜牧法'],
  ['村民委员会组织法', ['村委会组织法'], ['村民委员组织法']],
  ['城市居民委员会组织法', ['居民委员会组织法', '居委会组织法']],
  [
    '地方各级人民代表大会和地方各级人民政府组织法',
    ['地方各级人大和地方各级人民政府组织法', '地方各级人大和政府组织法', '地方组织法'],
    ['地方各级人民代表大会和地方人民政府组织法', '地方各级人民代表大会和各级人民政府组织法'],
  ],
  ['全国人民代表大会和地方各级人民代表大会选举法', ['选举法']],
  ['全国人民代表大会和地方各级人民代表大会代表法', ['代表法']],
  ['民族区域自治法'],
  ['香港特别行政区维护国家安全法'],
  ['劳动法'],
  ['劳动合同法'],
  ['就业促进法'],
  ['社会保险法'],
  ['工会法'],
  ['慈善法'],
  ['红十字会法'],
  ['未成年人保护法', [], ['未成年保护法', '未成人保护法', '未年人保护法']],
  ['预防未成年人犯罪法', [], ['预防未成年人犯罪保护法']],
  ['妇女权益保障法', ['妇女法'], ['妇女权益保护法', '妇女权利保障法']],
  ['老年人权益保障法', ['老年法'], ['老年人权益保护法', '老年人保障法']],
  ['残疾人保障法', [], ['残疾人保护法', '残疾人权益保障法']],
  ['母婴保健法'],
  ['教育法'],
  ['义务教育法'],
  ['高等教育法'],
  ['职业教育法'],
  ['学前教育法'],
  ['家庭教育促进法'],
  ['民办教育促进法'],
  ['教师法'],
  ['爱国主义教育法'],
  ['国家通用语言文字法'],
  ['档案法'],
  ['科学技术进步法'],
  ['科学技术普及法'],
  ['体育法'],
  ['出境入境管理法'],
  ['居民身份证法'],
  ['集会游行示威法'],
  ['旅游法'],
];

/**
 * Laws of the list that are out of force, by name as there.
 * Source: the closing article of the law that took the place of each, in {@link LAWS_OF_CONGRESS}.
 */
const REPEALED_LAWS: ReadonlyMap<string, RepealedDocument> = new Map([
  ['环境噪声污染防治法', { since: '2022-06-05', by: '中华人民共和国噪声污染防治法' }],
]);

const PLANS: readonly ListedDocument[] = [
  {
    name: '法治政府建设实施纲要',
    kind: 'plan',
    period: '2021—2025年',
    number: '中发〔2021〕33号',
    issuer: '中共中央、国务院',
    mistaken: ['法治政府建设实施纲领', '法治政府实施纲要'],
    source: '新华社2021年8月11日公布的全文；文号见吉林省法治政府建设年度报告工作指引',
  },
  {
    name: '法治政府建设实施纲要',
    kind: 'plan',
    period: '2015—2020年',
    number: '中发〔2015〕36号',
    issuer: '中共中央、国务院',
    source: '新华社公布的全文；文号见井研县司法局对年度报告制度的说明',
  },
  { name: '法治中国建设规划', kind: 'plan', period: '2020—2025年', issuer: '中共中央', source: '新华社2021年1月10日公布的全文' },
  { name: '法治社会建设实施纲要', kind: 'plan', period: '2020—2025年', issuer: '中共中央', source: '新华社2020年12月公布的全文' },
  {
    name: '全面深化法治领域改革纲要',
    kind: 'plan',
    period: '2023—2027年',
    source: '杭州市清波街道2023年法治政府建设年度报告引用的名称',
  },
  {
    name: '中央宣传部、司法部关于开展法治宣传教育的第八个五年规划',
    kind: 'plan',
    period: '2021—2025年',
    issuer: '中共中央、国务院转发',
    shortNames: ['关于开展法治宣传教育的第八个五年规划', '法治宣传教育第八个五年规划', '全国法治宣传教育第八个五年规划'],
    source: '中共中央、国务院转发，新华社2021年6月15日公布的全文',
  },
  {
    name: '中央宣传部、司法部关于在公民中开展法治宣传教育的第七个五年规划',
    kind: 'plan',
    period: '2016—2020年',
    issuer: '中共中央、国务院转发',
    shortNames: ['关于在公民中开展法治宣传教育的第七个五年规划'],
    source: '中共中央、国务院转发，新华社公布的全文',
  },
  {
    name: '提升行政执法质量三年行动计划',
    kind: 'plan',
    period: '2023—2025年',
    isCommonName: true,
    number: '国办发〔2023〕27号',
    issuer: '国务院办公厅',
    date: '2023-08-09',
    source: '国务院办公厅2023年8月9日印发的通知',
  },
  {
    name: '全面推进依法行政实施纲要',
    kind: 'plan',
    number: '国发〔2004〕10号',
    issuer: '国务院',
    source: STATE_COUNCIL_PAPERS,
  },
  {
    name: '乡村振兴战略规划',
    kind: 'plan',
    period: '2018—2022年',
    isCommonName: true,
    issuer: '中共中央、国务院',
    source: '新华社2018年9月26日公布的全文',
  },
  {
    name: '中央党内法规制定工作规划纲要',
    kind: 'plan',
    period: '2023—2027年',
    issuer: '中共中央',
    source: '新华社2023年4月公布的消息',
  },
  {
    name: '全国公共法律服务体系建设规划',
    kind: 'plan',
    period: '2021—2025年',
    issuer: '司法部',
    source: '司法部2022年1月公布的全文',
  },
  {
    name: '中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要',
    kind: 'plan',
    issuer: '全国人民代表大会批准',
    source: '新华社2021年3月公布的全文',
  },
];

const REGULATIONS: readonly Omit<ListedDocument, 'kind' | 'source' | 'issuer'>[] = [
  {
    name: '中华人民共和国政府信息公开条例',
    number: '国务院令第711号',
    date: '2019-05-15',
    shortNames: ['政府信息公开条例'],
    mistaken: ['政务信息公开条例'],
  },
  { name: '重大行政决策程序暂行条例', number: '国务院令第713号', date: '2019-09-01', mistaken: ['重大行政决策暂行条例'] },
  { name: '优化营商环境条例', number: '国务院令第722号', date: '2020-01-01' },
  { name: '行政法规制定程序条例' },
  { name: '规章制定程序条例' },
  { name: '法规规章备案审查条例', number: '国务院令第789号', date: '2024-11-01' },
  {
    name: '法规规章备案条例',
    number: '国务院令第337号',
    date: '2002-01-01',
    repealed: { since: '2024-11-01', by: '法规规章备案审查条例' },
  },
  { name: '行政执法机关移送涉嫌犯罪案件的规定' },
  { name: '中华人民共和国行政复议法实施条例', number: '国务院令第499号', date: '2007-08-01', shortNames: ['行政复议法实施条例'] },
  {
    name: '中华人民共和国招标投标法实施条例',
    number: '国务院令第613号',
    shortNames: ['招标投标法实施条例'],
    mistaken: ['招投标法实施条例'],
  },
  { name: '中华人民共和国政府采购法实施条例', number: '国务院令第658号', shortNames: ['政府采购法实施条例'] },
  { name: '中华人民共和国土地管理法实施条例', shortNames: ['土地管理法实施条例'] },
  { name: '中华人民共和国道路交通安全法实施条例', shortNames: ['道路交通安全法实施条例'] },
  { name: '中华人民共和国食品安全法实施条例', shortNames: ['食品安全法实施条例'] },
  {
    name: '中华人民共和国消费者权益保护法实施条例',
    number: '国务院令第778号',
    date: '2024-07-01',
    shortNames: ['消费者权益保护法实施条例'],
  },
  { name: '中华人民共和国市场主体登记管理条例', number: '国务院令第746号', date: '2022-03-01', shortNames: ['市场主体登记管理条例'] },
  { name: '国有土地上房屋征收与补偿条例', number: '国务院令第590号', date: '2011-01-21', mistaken: ['国有土地房屋征收与补偿条例'] },
  { name: '保障农民工工资支付条例', number: '国务院令第724号', date: '2020-05-01' },
  { name: '保障中小企业款项支付条例' },
  { name: '公平竞争审查条例', number: '国务院令第783号', date: '2024-08-01' },
  { name: '生产安全事故应急条例', mistaken: ['安全生产事故应急条例'], number: '国务院令第708号', date: '2019-04-01' },
  { name: '生产安全事故报告和调查处理条例', mistaken: ['安全生产事故报告和调查处理条例'], number: '国务院令第493号', date: '2007-06-01' },
  { name: '防范和处置非法集资条例', number: '国务院令第737号', date: '2021-05-01' },
  { name: '未成年人网络保护条例', number: '国务院令第766号', date: '2024-01-01' },
  { name: '网络数据安全管理条例', number: '国务院令第790号', date: '2025-01-01' },
  { name: '宗教事务条例', number: '国务院令第686号', date: '2018-02-01' },
  { name: '物业管理条例' },
  { name: '法律援助条例' },
  { name: '城镇燃气管理条例' },
  { name: '社会救助暂行办法' },
  { name: '农村五保供养工作条例' },
  { name: '退役士兵安置条例' },
  { name: '殡葬管理条例' },
  { name: '森林防火条例' },
  { name: '自然灾害救助条例' },
  { name: '突发公共卫生事件应急条例', mistaken: ['突发公共卫生应急条例'] },
  { name: '志愿服务条例', number: '国务院令第685号', date: '2017-12-01' },
  { name: '建设工程质量管理条例' },
  { name: '建设工程安全生产管理条例' },
  { name: '农药管理条例' },
  { name: '排污许可管理条例' },
  { name: '不动产登记暂行条例' },
  { name: '基本农田保护条例' },
  { name: '机关团体建设楼堂馆所管理条例' },
];

const PARTY: readonly Omit<ListedDocument, 'kind' | 'source'>[] = [
  { name: '中国共产党章程', shortNames: ['党章'] },
  {
    name: '法治政府建设与责任落实督察工作规定',
    number: '厅字〔2019〕28号',
    issuer: '中共中央办公厅、国务院办公厅',
    date: '2019-04-15',
    mistaken: ['法治政府建设与责任落实督察工作规范'],
  },
  {
    name: '党政主要负责人履行推进法治建设第一责任人职责规定',
    issuer: '中共中央办公厅、国务院办公厅',
    mistaken: [
      '党政主要负责人履行推进法治建设第一责任人职责规范',
      '党政主要负责人履行推进法治政府建设第一责任人职责规定',
      '党政主要责任人履行推进法治建设第一责任人职责规定',
    ],
  },
  { name: '信访工作条例', issuer: '中共中央、国务院', date: '2022-05-01' },
  { name: '中国共产党政法工作条例', issuer: '中共中央', shortNames: ['政法工作条例'] },
  {
    name: '中国共产党纪律处分条例',
    issuer: '中共中央',
    shortNames: ['纪律处分条例', '党纪处分条例'],
    mistaken: ['中国共产党纪律处罚条例', '纪律处罚条例'],
  },
  { name: '中国共产党问责条例', issuer: '中共中央', shortNames: ['问责条例'] },
  { name: '中国共产党廉洁自律准则', issuer: '中共中央', shortNames: ['廉洁自律准则'] },
  { name: '中国共产党党内监督条例', shortNames: ['党内监督条例'] },
  { name: '中国共产党巡视工作条例', issuer: '中共中央', shortNames: ['巡视工作条例'] },
  { name: '中国共产党重大事项请示报告条例', issuer: '中共中央', shortNames: ['重大事项请示报告条例'] },
  { name: '中国共产党党内法规制定条例', issuer: '中共中央', shortNames: ['党内法规制定条例'] },
  { name: '中国共产党党内法规执行责任制规定', issuer: '中共中央', shortNames: ['党内法规执行责任制规定'] },
  { name: '中国共产党党内法规和规范性文件备案审查规定', issuer: '中共中央', shortNames: ['党内法规和规范性文件备案审查规定'] },
  { name: '中国共产党农村基层组织工作条例', issuer: '中共中央', shortNames: ['农村基层组织工作条例'] },
  { name: '中国共产党农村工作条例', issuer: '中共中央' },
  { name: '中国共产党支部工作条例', issuer: '中共中央' },
  { name: '中国共产党党组工作条例', issuer: '中共中央' },
  { name: '中国共产党党员教育管理工作条例', issuer: '中共中央' },
  { name: '中国共产党党员权利保障条例', issuer: '中共中央' },
  { name: '中国共产党统一战线工作条例', issuer: '中共中央' },
  { name: '中国共产党党委（党组）理论学习中心组学习规则', issuer: '中共中央办公厅' },
  { name: '关于新形势下党内政治生活的若干准则' },
  { name: '党政领导干部选拔任用工作条例', issuer: '中共中央' },
  { name: '党政机关厉行节约反对浪费条例', issuer: '中共中央、国务院' },
  { name: '地方党政领导干部安全生产责任制规定', issuer: '中共中央办公厅、国务院办公厅' },
  { name: '地方党政领导干部食品安全责任制规定', issuer: '中共中央办公厅、国务院办公厅' },
  { name: '健全落实社会治安综合治理领导责任制规定', issuer: '中共中央办公厅、国务院办公厅' },
  { name: '领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定', issuer: '中共中央办公厅、国务院办公厅' },
  { name: '整治形式主义为基层减负若干规定', issuer: '中共中央办公厅、国务院办公厅' },
  { name: '党政机关公文处理工作条例', issuer: '中共中央办公厅、国务院办公厅', date: '2012-07-01' },
];

const OPINIONS: readonly ListedDocument[] = [
  {
    name: '国务院办公厅关于加强行政规范性文件制定和监督管理工作的通知',
    kind: 'notice',
    number: '国办发〔2018〕37号',
    issuer: '国务院办公厅',
    date: '2018-05-16',
    source: STATE_COUNCIL_PAPERS,
  },
  {
    name: '国务院办公厅关于全面推行行政规范性文件合法性审核机制的指导意见',
    kind: 'opinion',
    number: '国办发〔2018〕115号',
    mistaken: ['关于全面推行行政规范性文件合法性审查机制的指导意见'],
    issuer: '国务院办公厅',
    source: STATE_COUNCIL_PAPERS,
  },
  {
    name: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    kind: 'opinion',
    number: '国办发〔2018〕118号',
    issuer: '国务院办公厅',
    source: STATE_COUNCIL_PAPERS,
  },
  {
    name: '国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见',
    kind: 'opinion',
    number: '国办发〔2022〕27号',
    issuer: '国务院办公厅',
    source: STATE_COUNCIL_PAPERS,
  },
  {
    name: '国务院关于加强市县政府依法行政的决定',
    kind: 'decision',
    number: '国发〔2008〕17号',
    issuer: '国务院',
    source: STATE_COUNCIL_PAPERS,
  },
  { name: '国务院关于加强法治政府建设的意见', kind: 'opinion', number: '国发〔2010〕33号', issuer: '国务院', source: STATE_COUNCIL_PAPERS },
  {
    name: '国务院关于进一步贯彻实施《中华人民共和国行政处罚法》的通知',
    kind: 'notice',
    number: '国发〔2021〕26号',
    issuer: '国务院',
    date: '2021-11-15',
    source: STATE_COUNCIL_PAPERS,
  },
  { name: '国务院办公厅关于严格规范涉企行政检查的意见', kind: 'opinion', issuer: '国务院办公厅', source: STATE_COUNCIL_PAPERS },
  { name: '国务院关于加强数字政府建设的指导意见', kind: 'opinion', issuer: '国务院', source: STATE_COUNCIL_PAPERS },
  { name: '国务院办公厅关于加强和改进行政应诉工作的意见', kind: 'opinion', issuer: '国务院办公厅', source: STATE_COUNCIL_PAPERS },
  {
    name: '关于进一步加强市县法治建设的意见',
    kind: 'opinion',
    issuer: '中央全面依法治国委员会',
    source: '中央全面依法治国委员会2022年印发，新华社公布的消息',
  },
  {
    name: '关于开展法治政府建设示范创建活动的意见',
    kind: 'opinion',
    issuer: '中央全面依法治国委员会办公室',
    source: '中央全面依法治国委员会办公室2019年印发，新华社公布的消息',
  },
  {
    name: '中共中央关于全面推进依法治国若干重大问题的决定',
    kind: 'decision',
    issuer: '中国共产党第十八届中央委员会第四次全体会议',
    source: PARTY_PAPERS,
  },
  {
    name: '中共中央关于进一步全面深化改革、推进中国式现代化的决定',
    kind: 'decision',
    issuer: '中国共产党第二十届中央委员会第三次全体会议',
    shortNames: ['进一步全面深化改革、推进中国式现代化的决定'],
    source: PARTY_PAPERS,
  },
  {
    name: '中共中央、国务院关于加强基层治理体系和治理能力现代化建设的意见',
    kind: 'opinion',
    issuer: '中共中央、国务院',
    source: PARTY_PAPERS,
  },
  { name: '关于加快推进公共法律服务体系建设的意见', kind: 'opinion', issuer: '中共中央办公厅、国务院办公厅', source: PARTY_PAPERS },
  {
    name: '关于建立领导干部应知应会党内法规和国家法律清单制度的意见',
    kind: 'opinion',
    issuer: '中共中央办公厅、国务院办公厅',
    source: PARTY_PAPERS,
  },
  { name: '关于加强社会主义法治文化建设的意见', kind: 'opinion', issuer: '中共中央办公厅、国务院办公厅', source: PARTY_PAPERS },
  { name: '关于实行国家机关“谁执法谁普法”普法责任制的意见', kind: 'opinion', issuer: '中共中央办公厅、国务院办公厅', source: PARTY_PAPERS },
  {
    name: '关于推行法律顾问制度和公职律师公司律师制度的意见',
    kind: 'opinion',
    issuer: '中共中央办公厅、国务院办公厅',
    source: PARTY_PAPERS,
  },
  {
    name: '关于完善国家工作人员学法用法制度的意见',
    kind: 'opinion',
    issuer: '中共中央组织部、中央宣传部、司法部、人力资源和社会保障部',
    source: '新华社2016年4月7日公布的全文',
  },
  {
    name: '市县法治政府建设示范指标体系',
    kind: 'standard',
    issuer: '中央全面依法治国委员会办公室',
    source: '中央全面依法治国委员会办公室印发的文件（司法部网站）',
  },
];

const BOOKS: readonly ListedDocument[] = [
  { name: '习近平法治思想学习纲要', kind: 'book', source: '中央宣传部、中央全面依法治国委员会办公室组织编写，2021年出版' },
  { name: '论坚持全面依法治国', kind: 'book', source: '中央文献出版社2020年出版' },
  { name: '习近平新时代中国特色社会主义思想学习纲要', kind: 'book', source: '中央宣传部组织编写，2019年出版，2023年出新版' },
  { name: '习近平关于全面依法治国论述摘编', kind: 'book', source: '中央文献出版社2015年出版' },
  { name: '习近平谈治国理政', kind: 'book', source: '外文出版社出版，各卷同名' },
];

function repealedLaw(name: string): Pick<ListedDocument, 'repealed'> {
  const repealed = REPEALED_LAWS.get(name);
  return repealed === undefined ? {} : { repealed };
}

/** Every listed document; the first of one name is its edition in force. */
export const DOCUMENTS: readonly ListedDocument[] = Object.freeze([
  ...PLANS,
  ...PARTY.map((document): ListedDocument => ({ ...document, kind: 'party-regulation', source: PARTY_REGULATIONS })),
  ...REGULATIONS.map(
    (document): ListedDocument => ({
      ...document,
      kind: 'administrative-regulation',
      issuer: '国务院',
      source: document.number === undefined ? REGULATIONS_OF_STATE_COUNCIL : `${document.number}公布的文本`,
    }),
  ),
  ...LAWS.map(
    ([name, shortNames = [], mistaken = []]): ListedDocument => ({
      name: `中华人民共和国${name}`,
      kind: 'law',
      shortNames: [name, ...shortNames],
      mistaken,
      ...repealedLaw(name),
      source: LAWS_OF_CONGRESS,
    }),
  ),
  ...OPINIONS,
  ...BOOKS,
]);

/** Bodies that may stand in front of a listed name inside 《》, longest first; names with them are the same documents. Source: the titles of the listed documents. */
export const NATIONAL_ISSUERS: readonly string[] = Object.freeze([
  '中央全面依法治国委员会守法普法协调小组',
  '中央全面依法治国委员会办公室',
  '全国人民代表大会常务委员会',
  '中央全面依法治国委员会',
  '全国人民代表大会',
  '全国人大常委会',
  '中共中央办公厅',
  '中央依法治国办',
  '国务院办公厅',
  '中央组织部',
  '中央宣传部',
  '最高人民法院',
  '最高人民检察院',
  '全国人大',
  '中共中央',
  '党中央',
  '国务院',
  '司法部',
  '中办',
  '国办',
]);
