export default {
  sum: 'Sum',
  lost: 'lost {lost}',
  full: 'full',
  of: '{value} of {max}',
  seats: "Each seat's sheet ({count})",
  dropped: { high: 'highest', low: 'lowest' },
  rounded: '{before} → {value}',
  verdict: 'Rank and award',
  all: 'Unfold all',
  fold: 'Fold',
}
