export default {
  zh: {
    list: {
      title: '成绩榜',
      hint: '正在进行和刚刚结束的竞赛',
      empty: '现在没有公开的竞赛',
      emptyHint: '竞赛发布以后，这里会列出它的赛项和成绩榜。',
      hall: '大屏',
      progress: '评分表 {marked}/{due}',
      signed: '已签 {signed}',
      failed: '成绩榜读不出来',
    },
  },
  en: {
    list: {
      title: 'Boards',
      hint: 'Contests that are running or have just ended',
      empty: 'No public contest at the moment',
      emptyHint: 'Once a contest is published, its disciplines and boards are listed here.',
      hall: 'Hall screen',
      progress: 'Sheets {marked}/{due}',
      signed: '{signed} signed',
      failed: 'The boards cannot be read',
    },
  },
}
