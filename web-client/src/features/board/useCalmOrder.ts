import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { Row } from '../../domain/frame'
import { inOrder } from '../../domain/standing'

const REORDER_MILLIS = 2_000
const FLASH_MILLIS = 300

/**
 * Rows that a person can follow: values change at once and flash, but the order changes at most every two seconds.
 */
export function useCalmOrder(rows: () => ReadonlyMap<string, Row>): { ordered: Ref<readonly Row[]>; flashing: Ref<ReadonlySet<string>> } {
  const ordered = shallowRef<readonly Row[]>([])
  const flashing = ref<ReadonlySet<string>>(new Set())
  let known: ReadonlyMap<string, Row> = new Map()
  let reorderedMillis = 0
  let pending: ReturnType<typeof setTimeout> | null = null

  function reorder(): void {
    if (pending) clearTimeout(pending)
    pending = null
    reorderedMillis = Date.now()
    ordered.value = inOrder(rows().values())
  }

  function follow(next: ReadonlyMap<string, Row>): void {
    const changed = [...next.values()].filter((row) => known.has(row.id) && known.get(row.id)?.total !== row.total)
    known = next
    if (changed.length > 0) flash(changed.map((row) => row.id))
    const wait = reorderedMillis + REORDER_MILLIS - Date.now()
    // Who is new or gone is shown at once; only changes of place wait.
    const sameRows = next.size === ordered.value.length && ordered.value.every((row) => next.has(row.id))
    if (wait <= 0 || !sameRows) return reorder()
    ordered.value = ordered.value.flatMap((row) => next.get(row.id) ?? [])
    pending ??= setTimeout(reorder, wait)
  }

  function flash(ids: readonly string[]): void {
    flashing.value = new Set([...flashing.value, ...ids])
    setTimeout(() => (flashing.value = new Set([...flashing.value].filter((id) => !ids.includes(id)))), FLASH_MILLIS)
  }

  watch(rows, follow, { immediate: true })
  onScopeDispose(() => pending && clearTimeout(pending))
  return { ordered, flashing }
}
