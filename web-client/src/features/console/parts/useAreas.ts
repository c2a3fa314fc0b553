import { computed } from 'vue'
import { delegations } from '../api/people'
import { useLoad } from './useLoad'
import { useTitles } from './useTitles'

/** Names of delegations by their code, which is what entries and units carry; a code without a name is shown as it is. */
export function useAreas() {
  const title = useTitles()
  const { data } = useLoad(delegations)
  const names = computed(() => new Map((data.value ?? []).map((one) => [one.code, title(one.title)])))
  const places = computed(() => new Map((data.value ?? []).map((one) => [one.code, one.place])))
  return {
    areas: data,
    areaName: (code: string | undefined) => (code ? (names.value.get(code) ?? code) : ''),
    /** Position in the official order; unknown ones last. */
    areaPlace: (code: string | undefined) => places.value.get(code ?? '') ?? Number.MAX_SAFE_INTEGER,
  }
}
