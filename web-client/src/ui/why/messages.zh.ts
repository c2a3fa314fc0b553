export default {
  sum: '合计',
  lost: '失 {lost}',
  full: '满分',
  of: '{value} / {max}',
  seats: '各席评分表（{count}）',
  dropped: { high: '最高分', low: '最低分' },
  rounded: '{before} → {value}',
  verdict: '名次与奖项',
  all: '全部展开',
  fold: '收起',
}
