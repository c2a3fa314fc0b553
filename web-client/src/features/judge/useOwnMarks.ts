import { computed, type Ref } from 'vue'
import type { Form } from '../../domain/assignment'
import { compare, isDecimal, minus, plus } from '../../domain/decimal'
import { slotsOf, subjectsOf } from '../../domain/sheet'
import { useDeskView } from './useDesk'

const FAR = '1.0'
/** With fewer marks of one's own there is no mean to be far from. */
const ENOUGH = 3
const STRIP = 8

/** What this seat gave to others: a strip of totals, and whether a new value is far from its own mean. */
export function useOwnMarks(form: Ref<Form>, subject: Ref<string>) {
  const { desk, version, assignment } = useDeskView()
  const others = computed(() => {
    void version.value
    const slots = slotsOf(form.value, subject.value)
    return subjectsOf(assignment.value, form.value.stage)
      .filter(({ number }) => number !== subject.value)
      .map(({ number }) => ({ number, values: slots.map((slot) => desk.shown({ ...slot, subject: number })?.value) }))
  })
  const strip = computed(() =>
    others.value
      .filter(({ values }) => values.every((value) => value !== undefined && isDecimal(value)))
      .map(({ number, values }) => ({ number, value: values.reduce<string>((sum, value) => plus(sum, value!), '0') }))
      .slice(-STRIP),
  )

  /** @param at place of the aspect on the form */
  function farFromOwn(text: string, at: number): boolean {
    const own = others.value.map(({ values }) => values[at]).filter((value): value is string => value !== undefined && isDecimal(value))
    if (own.length < ENOUGH || !isDecimal(text)) return false
    const mean = (own.reduce((sum, value) => sum + Number(value), 0) / own.length).toFixed(4)
    return compare(minus(text, mean).replace('-', ''), FAR) >= 0
  }
  return { strip, farFromOwn }
}
