import type { SectionKind } from '../report/report.js';

/** The text that a new section starts with. `{year}` Y, `{next}` Y+1, `{agency}`, `{self}` (我镇), `{blank}` a blank to fill. */
export interface SectionSkeletonText {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly body: string;
}

/**
 * Skeletons of the mandated sections in the regulation's order. The sub-headings follow the parts that
 * published reports most often have; each blank stands where reviewers expect a figure or a fact.
 *
 * Source: wording of the headings: 《法治政府建设与责任落实督察工作规定》; parts and figures: survey of 168 published reports.
 */
export const SECTION_SKELETONS: readonly SectionSkeletonText[] = Object.freeze([
  {
    kind: 'measures',
    heading: '{year}年推进法治政府建设的主要举措和成效',
    body: [
      '（一）加强组织领导。{year}年，{self}召开专题会议{blank}次，研究法治政府建设事项{blank}项，组织党委（党组）理论学习中心组学法{blank}次。',
      '（二）健全依法决策机制。对重大行政决策、行政规范性文件和合同开展合法性审查{blank}件，制定行政规范性文件{blank}件，法律顾问提供意见{blank}条。',
      '（三）规范公正文明执法。开展行政检查{blank}次，办理行政处罚案件{blank}件，组织执法培训{blank}次，持有行政执法证件{blank}人。',
      '（四）依法化解矛盾纠纷。排查矛盾纠纷{blank}件，调解成功{blank}件；办理行政复议案件{blank}件、行政应诉案件{blank}件，负责人出庭应诉{blank}次。',
      '（五）深入开展普法宣传。开展法治宣传活动{blank}场次，发放宣传资料{blank}份，受教育群众{blank}人次，培养法律明白人{blank}名。',
    ].join('\n'),
  },
  {
    kind: 'shortcomings',
    heading: '{year}年推进法治政府建设存在的不足和原因',
    body: ['（一）{blank}。原因是{blank}。', '（二）{blank}。原因是{blank}。'].join('\n'),
  },
  {
    kind: 'duties',
    heading: '{year}年党政主要负责人履行推进法治建设第一责任人职责情况',
    body: '党政主要负责人召开会议听取法治建设工作汇报{blank}次，研究解决{blank}等问题{blank}个，带头学法{blank}次，开展述法{blank}次，协调督办{blank}等重点事项{blank}件。',
  },
  {
    kind: 'plan',
    heading: '{next}年推进法治政府建设的主要安排',
    body: ['{next}年，{self}将针对存在的不足，重点做好以下工作：', '（一）{blank}。', '（二）{blank}。', '（三）{blank}。'].join('\n'),
  },
]);

/** The frame of a new report; `{sections}` takes the four sections. */
export const REPORT_SKELETON = [
  '{agency}{year}年法治政府建设情况报告',
  '',
  '{year}年，{agency}坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻习近平法治思想，扎实推进法治政府建设。现将有关情况报告如下：',
  '',
  '{sections}',
  '',
  '{agency}',
  '{next}年{blank}月{blank}日',
  '',
].join('\n');
