import type { MarkStore } from '../outbox/store'

/**
 * What was typed and is not a mark yet, by box. What is typed counts at once and is written to the device behind; a text that
 * became a mark stays written until that mark is on the device, so that at no moment neither of the two is there.
 */
export class Drafts {
  private readonly listeners = new Set<() => void>()
  private readonly settling = new Map<string, string>()

  private constructor(
    private readonly name: string,
    private readonly store: MarkStore,
    private readonly texts: Map<string, string>,
  ) {}

  static async open(assignment: string, store: MarkStore): Promise<Drafts> {
    const name = `drafts:${assignment}`
    return new Drafts(name, store, new Map(Object.entries((await store.noted<Record<string, string>>(name)) ?? {})))
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  of(box: string): string | undefined {
    return this.texts.get(box)
  }

  has(box: string): boolean {
    return this.texts.has(box)
  }

  type(box: string, text: string): void {
    this.texts.set(box, text)
    this.changed()
  }

  drop(box: string): void {
    if (this.texts.delete(box)) this.changed()
  }

  /** The texts of these boxes became one mark; `kept` comes true when it is on the device. */
  settle(boxes: readonly string[], kept: Promise<unknown>): void {
    const moved = boxes.map((box) => [box, this.texts.get(box)] as const)
    for (const [box, text] of moved) {
      if (text !== undefined) this.settling.set(box, text)
      this.texts.delete(box)
    }
    this.changed()
    const done = () => {
      for (const [box, text] of moved) if (this.settling.get(box) === text) this.settling.delete(box)
      this.write()
    }
    // A device that cannot write keeps the text: better typed twice than not at all.
    kept.then(done, () => {})
  }

  private changed(): void {
    this.write()
    for (const listener of this.listeners) listener()
  }

  private write(): void {
    void this.store.note(this.name, Object.fromEntries([...this.settling, ...this.texts])).catch(() => {})
  }
}
