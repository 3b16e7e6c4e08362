/** How old cursor positions are when others hear of them; a position that a later one overtook is never heard, and is not missed. */
export class CursorRecord {
  ages = []
  heardOf = 0
  timedFrom = 0
  /** Client id → when each of its positions was due, by clock. */
  #dues = new Map()

  moved(client, clock, due) {
    const dues = this.#dues.get(client) ?? []
    this.#dues.set(client, dues)
    dues[clock] = due
  }

  heard(client, clock, at) {
    const due = this.#dues.get(client)?.[clock]
    if (due === undefined) return
    this.heardOf += 1
    if (due >= this.timedFrom) this.ages.push(at - due)
  }
}
