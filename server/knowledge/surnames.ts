/**
 * Chinese surnames of one character. A name of two characters is often set with a blank inside (张　三).
 *
 * Source: the hundred commonest surnames of the Ministry of Public Security's reports on names (公安部《全国姓名报告》),
 * with some that are common in single provinces.
 */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康易乔赖文施樊兰殷洪葛倪裴祝';
