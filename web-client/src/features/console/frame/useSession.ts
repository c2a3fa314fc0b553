import { computed, shallowRef } from 'vue'
import { session as readSession, signOut as endSession, type Grant, type Role, type Session } from '../api/access'

const current = shallowRef<Session>()

/** Who sits before the console. Reads once per page load; the server decides every act again. */
export function useSession() {
  async function refresh(): Promise<Session> {
    current.value = await readSession()
    return current.value
  }
  async function signOut(): Promise<void> {
    await endSession()
    current.value = undefined
  }
  return {
    session: computed(() => current.value),
    refresh,
    signOut,
    accept: (session: Session) => (current.value = session),
    may: (role: Role, contest: string, discipline?: string) => holds(current.value?.grants ?? [], role, contest, discipline),
  }
}

/** A grant without contest counts everywhere, one without discipline in the whole contest. */
export function holds(grants: Grant[], role: Role, contest: string, discipline?: string): boolean {
  return grants.some(
    (grant) =>
      grant.role === role &&
      (grant.contest === undefined || grant.contest === contest) &&
      (grant.discipline === undefined || discipline === undefined || grant.discipline === discipline),
  )
}
