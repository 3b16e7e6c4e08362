/**
 * Who acts when, fixed before the first act: nothing the server or this process does later moves a due time, so that
 * whoever is kept waiting is measured from when they meant to act.
 *
 * `actors`: [{ act(due), perSecond }], each at an even pace, the actors spread over one interval.
 */
export function timetable(actors, from, seconds) {
  const entries = actors.flatMap(({ act, perSecond }, index) => {
    const interval = 1000 / perSecond
    const first = from + (interval * index) / actors.length
    return Array.from({ length: Math.round(seconds * perSecond) }, (_, number) => ({ act, due: first + number * interval }))
  })
  return entries.sort((a, b) => a.due - b.due)
}

/** Does everything in the timetable, what is overdue at once; answers by how much each act was late. */
export async function follow(entries, { now, pause }) {
  const lateness = []
  for (let next = 0; next < entries.length; await pause()) {
    for (; next < entries.length && entries[next].due <= now(); next++) {
      const { act, due } = entries[next]
      lateness.push(now() - due)
      act(due)
    }
  }
  return lateness
}
