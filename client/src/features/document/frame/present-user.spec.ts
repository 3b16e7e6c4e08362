import { comingsAndGoings } from './comings-and-goings.js'
import { presentPeople, presentUser } from './present-user.js'

const mara = { id: 'm', name: 'Mara', side: 'state', color: 2 } as const
const blue = { id: 'b', name: 'Blue Heron', side: 'civic', color: 4 } as const

describe('people in a document', () => {
  it('[UI-13] are each named once, however many tabs they have open', () => {
    expect(presentPeople([{ user: mara }, { user: blue }, { user: mara, cursor: {} }])).toEqual([blue, mara])
  })

  it.each([
    ['no state', null],
    ['no user', { cursor: {} }],
    ['a user without a name', { user: { id: 'x' } }],
    ['a user that is no object', { user: 'Mara' }]
  ])('[UI-13] are left out with %s', (_, state) => {
    expect(presentUser(state)).toBeNull()
  })

  it('[UI-13] have no side and the first colour where the stamp names none', () => {
    expect(presentUser({ user: { id: 'x', name: 'X', side: 'nobody', color: -3 } })).toEqual({ id: 'x', name: 'X', side: null, color: 0 })
  })

  it('[UI-14] are told as who came and who went', () => {
    expect(comingsAndGoings([mara], [blue])).toEqual({ came: ['Blue Heron'], went: ['Mara'] })
    expect(comingsAndGoings([mara], [{ ...mara }])).toEqual({ came: [], went: [] })
  })
})
