import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { Connection } from '../../sync/board/connection'
import type { Board } from '../../sync/board/fold'
import { watchBoard } from '../../sync/board/stream'

export interface BoardView {
  readonly board: ShallowRef<Board | null>
  readonly connection: ShallowRef<Connection>
}

/** A discipline's board for an audience, as long as the component lives. */
export function useBoard(discipline: () => string, audience = 'public'): BoardView {
  const board = shallowRef<Board | null>(null)
  const connection = shallowRef<Connection>({ state: 'connecting' })
  let leave = () => {}
  watch(
    discipline,
    (id) => {
      leave()
      board.value = null
      leave = watchBoard(`${id}/${audience}`, (next, word) => {
        board.value = next
        connection.value = word
      })
    },
    { immediate: true },
  )
  onScopeDispose(() => leave())
  return { board, connection }
}
