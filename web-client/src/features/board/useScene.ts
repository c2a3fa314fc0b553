import { computed, type ComputedRef } from 'vue'
import type { WallPage } from '../../domain/standing'
import type { Board } from '../../sync/board/fold'
import type { Moment } from './useScoreMoment'

export type Scene = 'moment' | 'lanes' | 'prizes' | 'table' | 'progress'

/** A finished batch of lanes stays this long, then the ranking takes over until the next team begins. */
const BATCH_MILLIS = 15_000

interface Seen {
  readonly board: Board | null
  readonly moment: Moment
  readonly page: WallPage | null
  readonly prizes: boolean
  readonly nowMillis: number
}

/** What a wall shows of a board at this moment. */
export function useScene(seen: () => Seen): ComputedRef<Scene> {
  let finishedMillis: number | null = null
  return computed(() => {
    const { board, moment, page, prizes, nowMillis } = seen()
    const lanes = board?.now?.lanes ?? []
    const announced = board?.head.state === 'announced'
    const finished = lanes.every((lane) => lane.state === 'signed')
    finishedMillis = finished ? (finishedMillis ?? nowMillis) : null
    if (prizes) return 'prizes'
    if (lanes.length > 0 && !announced && (!finished || nowMillis - (finishedMillis ?? nowMillis) < BATCH_MILLIS || !page)) return 'lanes'
    if (board?.now?.number && !announced && (moment !== 'ranked' || !page)) return 'moment'
    return page ? 'table' : 'progress'
  })
}
