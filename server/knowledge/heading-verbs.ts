/**
 * Verbs with which the clauses of a heading begin, as the alternatives of a pattern.
 * Source: headings of the published reports that domain research read (the survey behind `heading-patterns.ts`).
 */
export const HEADING_VERBS =
  '加[强快大]|强化|健全|完善|规范|深化|推[进动行]|提[升高]|坚持|压[实紧]|夯实|落实|抓|优化|严格|严[抓把]|注重|创新|聚焦|突出|筑牢|构建|打造|营造|全[面力]|深入|着力|持续|切实|扎实|积极|大力|不断|依法|树牢|树立|建[立强]|拓[展宽]|维护|化解|促进|统筹|履行|转变|服务|改进|改善|确保|保障|增强|贯彻|把牢|凝聚|广泛|充分|有效|认真|稳步|自觉|主动|高标准|高质量|加大|厘清|查处|从严|减|优|送|守|织密|擦亮|做细|扛|担|强|汇聚|激发|盘活|紧[抓扣]|高位|做[好实优]|发挥|引领|做强|谋划|扩大|精简|聚力|定分止争|固本|圆满|高起点|用好|守[牢住]|厚植|高质效|畅通|接受|巩固|丰富|赋能|破解|补齐|着眼|立足|紧盯|扭住|锚定|对标';
