import { type ChangedPart } from '@roundtable/shared/protocol'

export type ChangeListener = (workspaceId: string, part: ChangedPart) => void

/** Where features say, after their commit, that parts of a workspace are other than before; `notice` tells those who watch it. */
export class Changes {
  readonly #listeners: ChangeListener[] = []

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener)
  }

  /** Only after the commit: whoever hears it reads at once. */
  announce(workspaceId: string, ...parts: readonly ChangedPart[]): void {
    for (const part of new Set(parts)) for (const listener of this.#listeners) listener(workspaceId, part)
  }
}
