import { pino } from 'pino'
import type { DataSource } from 'typeorm'
import type { AccessWatch, Intents } from '../ability/index.js'
import type { SessionService } from '../identity/index.js'
import { Changes } from '../platform/changes.js'
import { ALONE } from '../platform/nodes/node-link.js'
import { EventsGateway } from './events.gateway.js'

type Tick = (changed: ReadonlySet<string>, now: Date) => void

/** A gateway whose readings come when the test says so; `members`: what the database knows of who is seated. */
function stage(members: () => Promise<unknown[]>) {
  const changes = new Changes(ALONE, { on: () => undefined, notify: () => Promise.resolve() }, pino({ level: 'silent' }))
  const told: unknown[] = []
  const watched = new Map([['w', { seat: { id: 's' }, rules: '', mandateEndsAt: null }]])
  const person = { personId: 'p', sessionId: 'x', expiresAt: new Date(8.64e15) }
  const socket = { data: { person, watched }, connected: true, emit: (...event: unknown[]) => told.push(event) }
  const sockets = { sockets: new Map([['one', socket]]) }
  let tick: Tick = () => undefined
  const gateway = new EventsGateway(
    {} as SessionService,
    {} as Intents,
    { manager: { query: members } } as unknown as DataSource,
    { onTick: (listener: Tick) => (tick = listener) } as unknown as AccessWatch,
    changes,
    pino({ level: 'silent' })
  )
  gateway.afterInit({ use: () => undefined, sockets } as unknown as Parameters<EventsGateway['afterInit']>[0])
  const read = async (...changed: string[]): Promise<void> => {
    tick(new Set(changed), new Date())
    await new Promise(setImmediate)
  }
  return { changes, told, watched, read, tick: () => tick(new Set(), new Date()) }
}

const TOLD = ['changed', { workspaceId: 'w', part: 'people' }]

describe('what is told, and when', () => {
  it('[EVENT-4] what was committed after a reading waits for the next one: it may have taken a right away', async () => {
    const { changes, told, read, tick } = stage(() => Promise.resolve([]))
    tick()
    changes.announce('w', 'people')
    await new Promise(setImmediate)
    expect(told).toEqual([])
    // The reading that comes next knows of the right that the same commit took.
    await read('w')
    expect(told).not.toContainEqual(TOLD)
  })

  it('[EVENT-7] a change is told with the second reading after it, and kept while rights cannot be read', async () => {
    let isAway = false
    const { changes, told, watched, read } = stage(() => (isAway ? Promise.reject(new Error('away')) : Promise.resolve([])))
    changes.announce('w', 'people')
    await read()
    expect(told).toEqual([])
    isAway = true
    await read('w')
    expect(told).toEqual([])
    expect([...watched.keys()]).toEqual(['w'])
    isAway = false
    changes.announce('w', 'people')
    watched.set('v', watched.get('w')!)
    changes.announce('v', 'people')
    await read()
    await read()
    expect([told.filter((event) => JSON.stringify(event) === JSON.stringify(TOLD)), watched.has('w')]).toEqual([[], false])
    expect(told).toContainEqual(['changed', { workspaceId: 'v', part: 'people' }])
  })

  it('[EVENT-6] whoever stops watching while rights are read is not made to watch again', async () => {
    const { told, watched, read } = stage(() => {
      watched.delete('w')
      return Promise.resolve([])
    })
    await read('w')
    expect([told, watched.size]).toEqual([[], 0])
  })
})
