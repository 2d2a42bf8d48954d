import type { SectionKind } from '../report/report.js';

/**
 * Wordings by which headings name the mandated sections. They are matched on a heading without number
 * and blanks, folded to half width and simplified characters.
 *
 * Source: headings of 168 published reports and the five samples; forms marked "expected" in that survey
 * are included (短板弱项, 下一步工作计划, 努力方向 …). A heading is only tried where it holds a character that every
 * wording of the kind holds one of; these are listed in report/character-classes.ts.
 */
export interface HeadingPatterns {
  readonly kind: SectionKind;
  readonly patterns: readonly RegExp[];
  /** Words that name the kind at level 1 only: below it they name a topic (补强薄弱环节). */
  readonly topLevelOnly?: readonly RegExp[];
  /** Where one of these matches as well, the heading is not of this kind. */
  readonly not?: readonly RegExp[];
}

/** 党政主要负责人履行推进法治建设第一责任人职责 and its short and misspelt forms. */
export const DUTIES_HEADINGS: HeadingPatterns = {
  kind: 'duties',
  patterns: [
    /第一责任人?(?:的)?(?:职责|履职|责任|规定|情况|制度|$)|第一责任人/u,
    /(?:党政)?主要(?:负责人|责任人|负责同志|领导干部|领导).{0,14}(?:履行|履职|职责|述法)/u,
    /党政(?:主)?(?:负责人|领导).{0,14}(?:履行|履职|职责).{0,10}法治/u,
    /(?:党政)?主要(?:负责人|责任人|负责同志|领导干部|领导).{0,6}(?:履责|(?:推进|抓|落实|加强).{0,4}法治)/u,
    /[“"]?一把手[”"]?.{0,8}(?:履行|履职|履责|职责|抓|推进)/u,
  ],
};

/** 存在的不足和原因. */
export const SHORTCOMINGS_HEADINGS: HeadingPatterns = {
  kind: 'shortcomings',
  patterns: [
    /(?:存在|面临|遇到).{0,14}(?:不足|问题|短板|困难|差距|弱项|薄弱|挑战)/u,
    /(?:不足|问题|短板|弱项|困难|差距|薄弱环节)(?:及|和|与|以及|、|的)?.{0,6}(?:原因|差距)/u,
    /(?:不足|问题|短板|弱项|困难|差距)(?:及|和|与|以及|、)(?:其)?(?:存在)?的?(?:不足|问题|短板|弱项|困难|差距|挑战)/u,
    /主要(?:的)?(?:问题|不足|短板|差距|困难)/u,
    /不足之处|原因分析|问题分析|不容忽视的问题|短板不足|不足短板/u,
    /(?:工作|建设)(?:中|上|方面)?的?(?:主要)?(?:不足|短板|差距|短板弱项)(?=$|和|与|及|、)/u,
    /(?:问题|不足|短板|困难)(?:和|与|及|以及|、)(?:工作)?(?:展望|对策|建议|打算|改进|整改)/u,
  ],
  topLevelOnly: [/短板弱项|问题不足|不足问题|困难问题|薄弱环节/u, /^(?:不足|问题|短板|差距)$/u],
  not: [
    /(?:解决|化解|破解|整治|治理|回应|聚焦|针对|紧盯|瞄准|围绕|补齐|补强|补足|弥补|攻克|突破).{0,8}(?:问题|困难|短板|弱项|不足|难题|薄弱环节)(?!.{0,6}原因)/u,
    /问题导向/u,
  ],
};

/** 下一年度推进法治政府建设的主要安排. Years are judged apart, because only Y+1 (and a stale Y) makes a plan. */
export const PLAN_HEADINGS: HeadingPatterns = {
  kind: 'plan',
  patterns: [
    /下一?(?:年度|年|步|阶段)/u,
    /下步|来年|明年|今后|新的一年|新一年/u,
    /努力方向|(?:改进|工作)方向/u,
    /^(?!强化|加强|注重|坚持|做好|抓好|统筹|完善|健全|深化|科学|提升|优化|细化).*工作(?:打算|设想|思路|谋划|安排|计划)|(?:初步|主要|总体|具体|有关)(?:安排|打算|思路)/u,
    /(?:\d{4}|[〇零○O一二三四五六七八九]{4})年度?.{0,16}(?:安排|打算|思路|设想|谋划|工作计划)/u,
    /展望|接下来/u,
  ],
  not: [
    /(?:安排|计划|打算|思路|任务|要点)(?:的)?(?:落实|完成|执行|推进|开展|进展)|(?:落实|完成|执行).{0,8}(?:安排|计划|打算|思路)|(?:中央|国家|上级|[省市县区]委|[省市县区]政府)[^，。]{0,10}(?:工作)?(?:安排|计划|部署)|上一?(?:年度|步|阶段).{0,12}(?:安排|计划|打算)/u,
  ],
};

/** 主要举措和成效 and the forms that stand for it. */
export const MEASURES_HEADINGS: HeadingPatterns = {
  kind: 'measures',
  patterns: [
    /(?:主要|推进|推荐|法治(?:政府)?建设|依法行政).{0,20}(?:举措|措施|做法|成效|成绩)/u,
    /(?:举措|措施|做法|工作|进展).{0,4}(?:成效|成绩|成果)/u,
    /(?:成效|成绩)(?:及|和|与|、).{0,6}(?:举措|措施|做法|工作)/u,
    /(?:主要|推进|法治(?:政府)?建设|依法行政).{0,20}情况(?:如下)?$/u,
    /^(?:.{0,10}年度?)?(?:推进)?法治(?:政府)?建设工作$/u,
    /工作(?:的)?(?:开展|完成|落实|总体|推进|进展|基本)?情况(?:如下)?$/u,
    /(?:主要|重点)(?:开展(?:的)?)?(?:工作|成效|成绩|做法|举措|措施)$/u,
    /^.{0,12}(?:主要|重点)工作(?:任务)?(?:完成|开展|落实|推进|进展)?(?:情况)?$/u,
    /工作开展情况(?:及|和|与)|主要工作(?:及|和|与)|工作(?:举措|措施)$|(?:贯彻)?落实情况$/u,
    /工作总结|工作回顾|总体情况|任务完成情况|基本做法|取得(?:的)?.{0,6}(?:成效|成绩)|(?:主要|工作)成效|建设成效/u,
  ],
  not: [/其[他它]|(?:保障|整改|改进|纠正|应急|预防)措施|意见建议|整改落实/u],
};

/** Words by which a heading that already names another kind also names measures (工作总结和2025年工作安排). */
export const MEASURES_BESIDE_OTHERS =
  /^.{0,20}(?:(?:举措|措施|做法|工作|主要)(?:和|与|及|、)?成效|工作总结|工作(?:开展|完成|落实)?情况|主要(?:做法|举措|成效)|建设情况)(?:及|和|与|以及|、|，|,|;)/u;

/** A heading that stands for measures only where nothing else does. */
export const WEAK_MEASURES_HEADING = /^(?:.{0,10}(?:年|年度))?(?:工作)?(?:基本|总体)?(?:情况|概况|工作)$/u;

/** Level-1 headings that are no theme of measures. */
export const NO_THEME_HEADING =
  /其他(?:需要)?(?:报告)?(?:的)?(?:情况|事项|工作)|需要(?:说明|报告)|意见(?:和|与|及)?建议|工作建议|^建议|^附(?:件|表|录)|基本概况|^结语$|^前言$|^引言$/u;
