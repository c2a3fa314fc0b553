import { computed, reactive, watch } from 'vue'
import { discipline as readDiscipline, drawnOrder, type StageView } from '../api/judging'
import type { DisciplineHead } from '../api/contests'
import type { ImportKind } from '../api/people'
import { useLoad } from '../parts/useLoad'

/**
 * What a file is for: a discipline, and for results also the stage. The only discipline and the only stage that files may fill are
 * chosen at once; sealed stages carry numbers that no file can name.
 */
export function useImportAim(kind: () => ImportKind, disciplines: () => DisciplineHead[], wanted = '') {
  const aim = reactive({ discipline: wanted || (disciplines().length === 1 ? disciplines()[0]!.id : ''), stage: '' })
  const about = useLoad(async () => {
    if (kind() !== 'theory' || aim.discipline === '') return { stages: [], drawn: true }
    const [view, draw] = await Promise.all([readDiscipline(aim.discipline), drawnOrder(aim.discipline)])
    return { stages: view.stages.filter((stage) => stage.identity !== 'sealed'), drawn: draw.order.length > 0 }
  })
  watch(() => [kind(), aim.discipline], about.reload)
  watch(about.data, (now) => (aim.stage = now && onlyOne(now.stages) ? now.stages[0]!.id : ''))
  const stage = computed(() => about.data.value?.stages.find((one) => one.id === aim.stage))
  return {
    aim,
    about,
    stage,
    ready: computed(() => kind() === 'units' || (aim.discipline !== '' && (kind() !== 'theory' || stage.value !== undefined))),
  }
}

const onlyOne = (stages: StageView[]) => stages.length === 1
