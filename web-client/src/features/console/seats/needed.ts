import type { Seat, StageView } from '../api/judging'

export type WantedSeat = Pick<Seat, 'label' | 'role'>
type AnySeat = WantedSeat & Partial<Pick<Seat, 'forms'>>

/* A file of results makes its own scorer's seat, so that nobody has to sit there. */
const NEVER_ASKED: Seat['role'][] = ['scorer']

/** The seats that the rulebook's panels name and that nobody has added yet, and the chief's; in the order of the forms. */
export function missingSeats(stages: StageView[], seats: AnySeat[], chief: string): WantedSeat[] {
  // A form of one seat may be given to a seat of any label.
  const given = (stage: string, form: string) => seats.some((seat) => (seat.forms ?? []).some((one) => one.stage === stage && one.form === form))
  const wanted = stages.flatMap((stage) =>
    (stage.forms ?? [])
      .filter((form) => form.seats?.length !== 1 || !given(stage.id, form.id))
      .flatMap((form) => (form.seats ?? []).map((label) => ({ role: (form.role ?? 'judge') as Seat['role'], label }))),
  )
  const missing: WantedSeat[] = []
  for (const seat of wanted.filter(({ role }) => !NEVER_ASKED.includes(role)))
    if (![...seats, ...missing].some((one) => one.role === seat.role && one.label === seat.label)) missing.push(seat)
  return seats.some((one) => one.role === 'chief-judge') ? missing : [...missing, { role: 'chief-judge', label: chief }]
}
