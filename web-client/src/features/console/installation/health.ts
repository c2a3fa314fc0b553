import { Problem } from '../api/transport'

export interface Health {
  up: boolean
  parts: { id: string; up: boolean }[]
}

/**
 * What the server says of itself; a 503 is an answer too: it names the part that is away. Null where it is not told, as behind the proxy
 * of docker/compose.yaml, which keeps it for operators.
 */
export async function health(): Promise<Health | null> {
  const answer = await fetch('/health/ready', { cache: 'no-store' }).catch(() => {
    throw new Problem(0, 'unreachable', 'the server did not answer')
  })
  if (answer.status === 404) return null
  const said = (await answer.json().catch(() => ({}))) as { ready?: boolean; checks?: Record<string, string> }
  return { up: answer.ok && said.ready === true, parts: Object.entries(said.checks ?? {}).map(([id, word]) => ({ id, up: word === 'up' })) }
}
