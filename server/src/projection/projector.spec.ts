import type { DocumentKind } from '@roundtable/shared/framework'
import { OverLimit } from '../platform/worker-hand.js'
import type { Projection } from './domain/rows.js'
import { Projector } from './projector.js'
import { Rests } from './rests.js'

const NOTHING: Projection = { contentHash: '', words: '', tasks: [], clauses: [], answers: [] }
const MINUTE = 60_000

/** A projector over documents that are always behind; `failures` says which cannot be read, and why. */
function scene(ids: readonly string[], failures: ReadonlyMap<string, Error>) {
  const clock = { now: 0 }
  const [tried, written, logged]: [string[], string[], unknown[]] = [[], [], []]
  let current = ''
  const projector = new Projector(
    {
      load: (documentId) => {
        tried.push((current = documentId))
        return Promise.resolve({ epoch: 1, seq: 1, snapshot: null, updates: [] })
      }
    },
    {
      kindOf: () => Promise.resolve<DocumentKind>('roadmap'),
      isBehind: () => Promise.resolve(true),
      behind: ({ after }) => Promise.resolve(after === null ? ids : []),
      write: ({ documentId }) => Promise.resolve(written.push(documentId) > 0)
    },
    {
      ask: () => {
        const failure = failures.get(current)
        return failure ? Promise.reject(failure) : Promise.resolve(NOTHING)
      },
      close: () => Promise.resolve()
    },
    { warn: (said: unknown) => void logged.push(said) },
    new Rests(() => clock.now)
  )
  return { projector, clock, tried, written, logged }
}

describe('documents that cannot be read', () => {
  it('[PROJ-22] are tried again after a minute, then after two, and keep no other back', async () => {
    const { projector, clock, tried, written } = scene(['bad', 'good'], new Map([['bad', new Error('no')]]))
    for (let minute = 0; minute < 8; minute++) {
      clock.now = minute * MINUTE
      await projector.bringUpToDate()
    }
    expect(tried.filter((id) => id === 'bad')).toHaveLength(4)
    expect(written).toHaveLength(8)
    await projector.close()
  })

  it('[PROJ-22] are named in the log, and whoever asks for one meanwhile is told at once', async () => {
    const { projector, tried, logged } = scene(['bad'], new Map([['bad', new Error('no')]]))
    await expect(projector.catchUpOn('bad')).rejects.toThrow('no')
    await expect(projector.catchUpOn('bad')).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await projector.bringUpToDate()).toBe(0)
    expect([tried, logged]).toEqual([['bad'], []])
    expect(await projector.bringUpToDate({ all: true })).toBe(0)
    expect(logged).toEqual([expect.objectContaining({ documentId: 'bad' })])
    await projector.close()
  })

  it('[PROJ-22] because the database is away do not rest', async () => {
    const failures = new Map([['a', Object.assign(new Error('away'), { code: '57P01' })]])
    const { projector, written } = scene(['a'], failures)
    await projector.bringUpToDate()
    failures.clear()
    expect([await projector.bringUpToDate(), written]).toEqual([1, ['a']])
    await projector.close()
  })

  it('[PROJ-23] in the time there is come after all others the next time', async () => {
    const failures = new Map([['slow', new OverLimit('too long')]])
    const { projector, clock, tried } = scene(['slow', 'a', 'b'], failures)
    await projector.bringUpToDate()
    clock.now = MINUTE
    await projector.bringUpToDate()
    expect(tried).toEqual(['slow', 'a', 'b', 'a', 'b', 'slow'])
    failures.clear()
    clock.now = 5 * MINUTE
    await projector.bringUpToDate()
    await projector.bringUpToDate()
    expect(tried.slice(6)).toEqual(['a', 'b', 'slow', 'slow', 'a', 'b'])
    await projector.close()
  })
})
