import { openDB, type IDBPDatabase } from 'idb'
import type { KeptMark } from '../../domain/mark'

/** Where marks are kept. `durable` says whether they survive closing the tab. */
export interface MarkStore {
  readonly durable: boolean
  of(assignment: string): Promise<KeptMark[]>
  put(mark: KeptMark): Promise<void>
  remove(keys: readonly string[]): Promise<void>
  note(name: string, value: unknown): Promise<void>
  noted<T>(name: string): Promise<T | undefined>
}

const DATABASE = 'leitai-outbox'

/** IndexedDB, or memory where a browser refuses it (some chat apps): then the page says so. */
export async function openStore(name = DATABASE): Promise<MarkStore> {
  try {
    const db = await openDB(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('marks', { keyPath: 'key' }).createIndex('assignment', 'assignment')
        fresh.createObjectStore('notes')
      },
    })
    if (typeof navigator !== 'undefined') void navigator.storage?.persist?.()
    return new IndexedStore(db)
  } catch {
    return new MemoryStore()
  }
}

class IndexedStore implements MarkStore {
  readonly durable = true
  constructor(private readonly db: IDBPDatabase) {}

  of(assignment: string): Promise<KeptMark[]> {
    return this.db.getAllFromIndex('marks', 'assignment', assignment)
  }

  async put(mark: KeptMark): Promise<void> {
    // strict: the mark is on the disk before anybody says that it is kept
    const writing = this.db.transaction('marks', 'readwrite', { durability: 'strict' })
    await Promise.all([writing.store.put(mark), writing.done])
  }

  async remove(keys: readonly string[]): Promise<void> {
    const writing = this.db.transaction('marks', 'readwrite')
    await Promise.all([...keys.map((key) => writing.store.delete(key)), writing.done])
  }

  async note(name: string, value: unknown): Promise<void> {
    await this.db.put('notes', value, name)
  }

  async noted<T>(name: string): Promise<T | undefined> {
    return (await this.db.get('notes', name)) as T | undefined
  }
}

export class MemoryStore implements MarkStore {
  readonly durable = false
  private readonly marks = new Map<string, KeptMark>()
  private readonly notes = new Map<string, unknown>()

  async of(assignment: string): Promise<KeptMark[]> {
    return [...this.marks.values()].filter((mark) => mark.assignment === assignment)
  }
  async put(mark: KeptMark): Promise<void> {
    this.marks.set(mark.key, mark)
  }
  async remove(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.marks.delete(key)
  }
  async note(name: string, value: unknown): Promise<void> {
    this.notes.set(name, value)
  }
  async noted<T>(name: string): Promise<T | undefined> {
    return this.notes.get(name) as T | undefined
  }
}
