import type { Command } from '../options.js';

/** The help pages in Chinese; `all` is that of the command line itself. */
export const HELP_ZH: Readonly<Record<Command | 'all', string>> = Object.freeze({
  all: `fazhi-report：检查法治政府建设年度报告

用法
  fazhi-report check [选项] 路径…     检查文件和文件夹
  fazhi-report new --agency 名称 --year 年份 [选项]     生成报告提纲
  fazhi-report rule [规则]            列出全部规则，或说明一条规则
  fazhi-report --version              版本
  fazhi-report 命令 --help            某个命令的用法

选项
  --locale zh-CN|en    显示语言，默认 zh-CN

例
  fazhi-report check 报告.txt
  fazhi-report check --fix 2024年报告/
`,
  check: `fazhi-report check：检查报告

用法
  fazhi-report check [选项] 路径…

路径可以是文件、文件夹或 -（标准输入）。文件夹逐层查找 .txt 和 .md，
不看名称以 . 开头的文件和文件夹、~$ 开头的文件、README 和 node_modules；
其中不是报告的文件跳过并列出。直接写出的文件一定检查（--only-reports 除外）。

选项
  --fix                改正可自动修复的问题，直接写回文件（编码、换行不变）
  --diff               只显示 --fix 会改什么，不改文件
  --rule 规则=级别     改一条规则的级别：error、warning、information、hint、off（可多次）
  --config 文件        只用这个配置文件；不给时，每个文件用离它最近的上级 .fazhi-report.json
  --no-config          不用任何配置文件
  --print-config       只显示各项设置的值和来源，不检查；可以不给路径
  --baseline 文件      不报基线中已有的问题
  --write-baseline 文件  把现有问题记为基线；此时有问题也不改变退出码
  --fail-on 级别       有此级别或更重的问题时退出码为 1：error（默认）、warning、
                       information、hint、never
  --format 格式        text（默认）、json、github（GitHub Actions 的标注，另写本步摘要和计数）
  --output 文件        结果写到文件，不写到标准输出
  --encoding 编码      auto（默认）、utf-8、gb18030、utf-16le、utf-16be
  --ext 扩展名         文件夹中还要检查的扩展名，例如 --ext log,text（可多次）
  --only-reports       直接写出的文件也按文件夹里的对待：不是报告的、配置排除的跳过，
                       一份报告也没有时退出码为 0（供提交前的钩子用）
  --stdin-filename 名  标准输入在结果中的文件名
  --jobs 数            同时检查的线程数，1 到 64；不给时按文件多少和处理器核数自动定
  --timing             最后列出时间用在哪里：读取、分析、检查、输出，以及每条规则
  --quiet              只输出问题，不输出文件头和汇总
  --no-progress        不显示进度
  --locale zh-CN|en    显示语言，默认 zh-CN

从标准输入读取并加 --fix 时，改好的文本写到标准输出，问题写到标准错误。

退出码
  0  没有达到 --fail-on 级别的问题
  1  有
  2  选项或配置文件有误，或有文件没能检查、没能修复（其余文件照常检查）
`,
  new: `fazhi-report new：生成报告提纲

用法
  fazhi-report new --agency 名称 --year 年份 [--kind 类别] [--output 文件]

选项
  --agency 名称        单位名称，例如 宁河镇
  --year 年份          报告年度，例如 2025
  --kind 类别          town、township、subdistrict、county、district、city、province、
                       department、zone、other；不写则按单位名称判断
  --output 文件        写到文件（UTF-8），已存在则不覆盖；不写则输出到标准输出
  --locale zh-CN|en    显示语言，默认 zh-CN

例
  fazhi-report new --agency 宁河镇 --year 2025 --output 宁河镇2025年报告.txt
`,
  rule: `fazhi-report rule：说明规则

用法
  fazhi-report rule                   列出全部规则
  fazhi-report rule 规则              说明一条规则

选项
  --format 格式        text（默认）、json
  --locale zh-CN|en    显示语言，默认 zh-CN

例
  fazhi-report rule missing-section
`,
});
