import type { Place } from '../places/place.js'
import { Follower } from './follower.js'
import type { Whereabouts } from './whereabouts.js'

const AMINA = { id: 'a', name: 'Amina', side: 'civic', color: 1 } as const
const at = (entry: string): Place => ({ entry, part: 'text', field: null })

/** A page that shows the clauses 3 and 7. */
function page() {
  const others = new Map<string, Whereabouts>()
  const done: string[] = []
  const follower = new Follower({
    others: () => others,
    guide: {
      nameOf: ({ entry }) => (entry === '3' || entry === '7' ? `Clause ${entry}` : null),
      open: ({ entry }, isLed) => done.push(`${isLed ? 'leads to' : 'opens'} ${entry}`)
    },
    show: ({ entry }) => {
      done.push(`shows ${entry}`)
      return () => undefined
    }
  })
  const goes = (place: Whereabouts['place']) => {
    others.set('a', { user: AMINA, client: 1, place })
    follower.look()
  }
  return { others, done, follower, goes }
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('following a person', () => {
  it('[UI-282] opens what they are in once and keeps it in view while they move in it', () => {
    const { done, follower, goes } = page()
    goes(at('3'))
    follower.start(AMINA)
    goes(at('3'))
    goes(null)
    goes(at('7'))
    expect(done).toEqual(['leads to 3', 'shows 3', 'shows 3', 'leads to 7', 'shows 7'])
  })

  it('[UI-283] ends when they leave, and says so', () => {
    const { others, follower, goes } = page()
    goes(at('3'))
    follower.start(AMINA)
    others.clear()
    follower.look()
    expect(follower.getSnapshot()).toEqual({ person: null, ended: { name: 'Amina', why: 'left' } })
  })

  it.each([
    ['a clause that this page does not show', at('9')],
    ['what this document does not have', 'elsewhere' as const]
  ])('[UI-283] ends when they go to %s, if it does not arrive in a moment', (_, place) => {
    const { done, follower, goes } = page()
    goes(at('3'))
    follower.start(AMINA)
    goes(place)
    jest.advanceTimersByTime(2000)
    goes(at('7'))
    jest.advanceTimersByTime(10_000)
    expect(follower.getSnapshot().person).toBe(AMINA)
    goes(place)
    jest.advanceTimersByTime(3000)
    expect(follower.getSnapshot().ended).toEqual({ name: 'Amina', why: 'notShown' })
    expect(done).not.toContain('leads to 9')
  })

  it('[UI-283] that has ended goes nowhere any more', () => {
    const { done, follower, goes } = page()
    goes(at('3'))
    follower.start(AMINA)
    follower.end('moved')
    done.length = 0
    goes(at('7'))
    expect(done).toEqual([])
  })
})
