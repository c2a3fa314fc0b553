import type { Aspect, Chosen, Gate, Judged, Measured, Tally } from '../../domain/assignment'
import { isTally } from '../../domain/assignment'
import { duration } from '../../domain/time'
import { ABSENT, hitGrade, isAbsent, pairs, readMeasures } from '../../domain/value'
import { inLocale } from '../../ui/i18n'
import { levelOf } from './boxes'
import { useText } from './text'

/** A mark's value as people read it, the same wherever it is read once more. */
export function useValueWords() {
  const { t, tx, locale } = useText()
  const named = (items: readonly { id: string; title?: Parameters<typeof inLocale>[0] }[], id: string) =>
    inLocale(items.find((one) => one.id === id)?.title ?? id, locale.value)

  function measured(aspect: Measured, value: string): string {
    const typed = readMeasures(aspect, value)
    const words = [...typed].map(([id, amount]) => {
      const input = aspect.inputs.find((one) => one.id === id)
      return [aspect.inputs.length > 1 ? named(aspect.inputs, id) : '', amount, input?.unit ?? ''].filter(Boolean).join(' ')
    })
    const grade = hitGrade(aspect, typed)
    return words.join('　') + (grade ? ` → ${t('points', { points: grade.points })}` : '')
  }

  function listed(items: readonly { id: string; title: Parameters<typeof inLocale>[0] }[], value: string): string {
    return [...pairs(value)].map(([id, amount]) => `${named(items, id)} ×${amount}`).join('　')
  }

  return (aspect: Aspect, value: string): string => {
    if (isAbsent(value)) return t('absent.is', { reason: tx('absent', value.slice(ABSENT.length), value.slice(ABSENT.length)) })
    if (isTally(aspect)) return value === 'none' ? t(aspect.kind === 'deductions' ? 'none' : 'nothing') : listed((aspect as Tally).items, value)
    switch (aspect.kind) {
      case 'time':
        return duration(Number(value), value.includes('.') ? 2 : 0)
      case 'pass-fail':
        return t(value === 'pass' ? 'pass' : 'fail')
      case 'gate':
        if (value === 'none' || value === 'pass') return t('nothing')
        return value === 'fail' ? t('occurred') : [...pairs(value).keys()].map((id) => named((aspect as Gate).items, id)).join('　')
      case 'measured':
        return measured(aspect as Measured, value)
      case 'attendance':
        return [...pairs(value)].map(([id, people]) => `${tx('people', id, id)} ${people}`).join('　')
      case 'choice': {
        const points = value.includes('=') ? `　${t('points', { points: value.slice(value.indexOf('=') + 1) })}` : ''
        return named((aspect as Chosen).levels, levelOf(value)) + points
      }
      case 'judgement':
        return `${value}　${inLocale((aspect as Judged).benchmarks[Number(value)] ?? '', locale.value)}`
      default:
        return value
    }
  }
}
