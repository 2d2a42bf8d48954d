/** A day that reports name by its date, with words of which one follows the date. */
export interface CommemorativeDay {
  readonly month: number;
  readonly day: number;
  readonly words: readonly string[];
}

/**
 * Days on which law is made known to the public.
 *
 * Source: the acts that set the days up, for instance 《中华人民共和国国家安全法》 for 4·15, the decision of the Standing
 * Committee of the National People's Congress of 1 November 2014 for 12·4, resolution 42/112 of the General Assembly of the
 * United Nations for 6·26; the others were set up by the State Council, its ministries or bodies of the United Nations.
 */
export const COMMEMORATIVE_DAYS: readonly CommemorativeDay[] = Object.freeze([
  { month: 1, day: 10, words: ['警察', '人民警察', '110'] },
  { month: 2, day: 2, words: ['湿地'] },
  { month: 3, day: 3, words: ['野生动'] },
  { month: 3, day: 5, words: ['学雷锋', '雷锋'] },
  { month: 3, day: 8, words: ['妇女', '维权', '国际妇女', '三八'] },
  { month: 3, day: 12, words: ['植树'] },
  { month: 3, day: 15, words: ['消费', '消费者', '维权', '晚会'] },
  { month: 3, day: 22, words: ['水日', '世界水', '节水', '水法'] },
  { month: 3, day: 23, words: ['气象'] },
  { month: 3, day: 24, words: ['结核'] },
  { month: 4, day: 7, words: ['卫生日', '卫生'] },
  { month: 4, day: 15, words: ['国家安全', '全民国家', '安全教育', '国安'] },
  { month: 4, day: 22, words: ['地球'] },
  { month: 4, day: 23, words: ['读书'] },
  { month: 4, day: 26, words: ['知识产权'] },
  { month: 5, day: 12, words: ['防灾', '减灾', '护士'] },
  { month: 5, day: 15, words: ['经济犯罪', '打击', '政务公开', '家庭'] },
  { month: 5, day: 18, words: ['博物馆'] },
  { month: 5, day: 19, words: ['旅游'] },
  { month: 5, day: 22, words: ['生物多样性'] },
  { month: 5, day: 31, words: ['无烟', '戒烟', '控烟'] },
  { month: 6, day: 1, words: ['儿童'] },
  { month: 6, day: 5, words: ['环境', '环保'] },
  { month: 6, day: 14, words: ['信用', '献血', '征信'] },
  { month: 6, day: 16, words: ['安全', '咨询'] },
  { month: 6, day: 17, words: ['荒漠'] },
  { month: 6, day: 25, words: ['土地'] },
  { month: 6, day: 26, words: ['禁毒', '反毒'] },
  { month: 8, day: 15, words: ['生态'] },
  { month: 9, day: 10, words: ['教师'] },
  { month: 9, day: 20, words: ['公民道德'] },
  { month: 10, day: 13, words: ['减灾'] },
  { month: 10, day: 16, words: ['粮食'] },
  { month: 10, day: 17, words: ['扶贫', '消除贫困'] },
  { month: 11, day: 9, words: ['消防'] },
  { month: 11, day: 25, words: ['反家', '反对家庭', '家庭暴力'] },
  { month: 12, day: 1, words: ['艾滋'] },
  { month: 12, day: 2, words: ['交通'] },
  { month: 12, day: 3, words: ['残疾'] },
  { month: 12, day: 4, words: ['宪法', '法治宣传', '法制宣传'] },
  { month: 12, day: 5, words: ['志愿'] },
  { month: 12, day: 9, words: ['反腐'] },
  { month: 12, day: 13, words: ['公祭'] },
]);
