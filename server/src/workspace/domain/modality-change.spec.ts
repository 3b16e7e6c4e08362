import type { Actor, WorkspaceFacts } from '@roundtable/shared/ability'
import { MODALITIES, type Modality, ROLES, type Role, decidingSides, sideOfRole } from '@roundtable/shared/framework'
import type { Stance } from '@roundtable/shared/protocol'
import { type SeededRandom, seededRandom } from '../../../../test/support/random.js'
import { weighChange } from './modality-change.js'
import { voiceKeyOf } from './voices.js'
import type { Rule, VotingSeat } from './voters.js'

let count = 0
function seat(role: Role, more: Partial<Actor> & { organisationId?: string; voiceOf?: string; isSuspended?: boolean } = {}): VotingSeat {
  const id = `seat-${count++}`
  const { organisationId = null, voiceOf = null, isSuspended = false, ...actor } = more
  return {
    id,
    role,
    side: sideOfRole(role),
    name: id,
    organisation: organisationId,
    organisationId,
    voiceOf,
    isSuspended,
    actor: { person: id, seat: id, side: sideOfRole(role), role, isFunder: false, mandateExpired: false, invitedByCivic: true, ...actor }
  }
}

const rule = (modality: Modality): Rule => ({
  modality,
  leadKind: modality === 'M5' ? 'OTH' : null,
  namedPartner: modality === 'M3' ? 'NSO' : null
})
const holds = (modality: Modality, more: Partial<WorkspaceFacts> = {}): WorkspaceFacts => ({
  ...rule(modality),
  outcome: null,
  registry: 'none',
  ...more
})
const agreed = (...seats: readonly VotingSeat[]): Map<string, Stance> => new Map(seats.map((one) => [voiceKeyOf(one), 'agree']))
const keys = (seats: readonly VotingSeat[]): string[] => seats.map(voiceKeyOf).toSorted()

function someone(random: SeededRandom): VotingSeat {
  return seat(random.pick(ROLES), {
    mandateExpired: random.chance(0.1),
    invitedByCivic: random.chance(0.8),
    ...(random.chance(0.4) ? { organisationId: `org-${random.integer(0, 2)}` } : {})
  })
}

interface Case {
  readonly random: SeededRandom
  readonly seats: VotingSeat[]
  readonly present: WorkspaceFacts
  readonly then: Rule
  readonly stances: Map<string, Stance>
}

function* cases(seed: string, rounds = 1500): Generator<Case> {
  const random = seededRandom(seed)
  for (let round = 0; round < rounds; round++) {
    const seats = Array.from({ length: random.integer(0, 7) }, () => someone(random))
    const present = holds(random.pick(MODALITIES), { outcome: random.pick([null, 'citizen_data', 'not_yet'] as const) })
    const then = rule(random.pick(['M1', 'M2', 'M3', 'M4', 'M5'] as const))
    const stances = new Map(
      seats.flatMap((one): [string, Stance][] => (random.chance(0.8) ? [[voiceKeyOf(one), random.chance(0.95) ? 'agree' : 'object']] : []))
    )
    yield { random, seats, present, then, stances }
  }
}

describe('who decides about another modality', () => {
  const cso = seat('CSO')
  const com = seat('COM')
  const nso = seat('NSO')
  const osa = seat('OSA')
  const oth = seat('OTH')
  const others = [seat('CIT'), seat('FAC'), seat('SEC'), seat('OBS'), seat('GST')]

  it.each([
    ['M1', 'M2', [cso, com]],
    ['M1', 'M3', [cso, com, nso]],
    ['M2', 'M4', [cso, com, nso]],
    ['M3', 'M1', [cso, com, nso]],
    ['M3', 'M4', [cso, com, nso]],
    ['M3', 'M5', [cso, com, nso, oth]],
    ['M5', 'M1', [cso, com, oth]]
  ] as const)('[MODAL-1] from %s to %s: everybody who decides under either rule', (from, to, voters) => {
    const all = [cso, com, nso, osa, oth, ...others]
    const { voices, nobodyFor } = weighChange(all, holds(from), rule(to), new Map())
    expect(voices.map(({ key }) => key).toSorted()).toEqual(keys(voters))
    expect(nobodyFor).toEqual([])
    expect(weighChange(all, holds(from), rule(to), agreed(...voters)).verdict).toBe('decided')
    for (const silent of voters)
      expect(weighChange(all, holds(from), rule(to), agreed(...voters.filter((one) => one !== silent))).verdict).toBe('open')
  })

  it('[MODAL-1] another lead or partner is another rule: the other state actor has a say where it would have one', () => {
    const toMinistry: Rule = { modality: 'M3', leadKind: null, namedPartner: 'OSA' }
    const { voices } = weighChange([cso, nso, osa], holds('M3'), toMinistry, new Map())
    expect(voices.map(({ key }) => key).toSorted()).toEqual(keys([cso, nso, osa]))
  })

  it('[MODAL-2] an organisation is one voice however many sit for it; its delegate is another (R-01, R-31)', () => {
    const [one, two, delegate] = [
      seat('CSO', { organisationId: 'org' }),
      seat('CSO', { organisationId: 'org' }),
      seat('COM', { organisationId: 'org' })
    ]
    const { voices } = weighChange([one, two, delegate], holds('M1'), rule('M2'), new Map())
    expect(voices).toHaveLength(2)
    expect(weighChange([one, two, delegate], holds('M1'), rule('M2'), agreed(one, two)).verdict).toBe('open')
    expect(weighChange([one, two, delegate], holds('M1'), rule('M2'), agreed(one, delegate)).verdict).toBe('decided')
  })

  it('[MODAL-3] a side that has to decide and has nobody keeps it open', () => {
    expect(weighChange([cso], holds('M1'), rule('M3'), agreed(cso))).toMatchObject({ nobodyFor: ['state'], verdict: 'open' })
    expect(weighChange([cso, seat('NSO', { mandateExpired: true })], holds('M3'), rule('M1'), agreed(cso)).nobodyFor).toEqual(['state'])
    expect(weighChange([cso, seat('NSO', { invitedByCivic: false })], holds('M1'), rule('M3'), agreed(cso)).nobodyFor).toEqual(['state'])
  })
})

describe('whatever stances there are', () => {
  it('[MODAL-4] a state actor, or anybody else without the civic side, moves no initiative, whatever they say', () => {
    for (const { seats, present, then, stances } of cases('R-16')) {
      const withoutCivic = new Map([...stances].filter(([key]) => !seats.some((one) => voiceKeyOf(one) === key && one.side === 'civic')))
      for (const one of seats.filter(({ side }) => side !== 'civic')) withoutCivic.set(voiceKeyOf(one), 'agree')
      expect(weighChange(seats, present, then, withoutCivic).verdict).not.toBe('decided')
    }
  })

  it('[MODAL-5] it is decided when, and only when, every side that decides has somebody and all of them agree', () => {
    const verdicts = new Set<string>()
    for (const { seats, present, then, stances } of cases('all')) {
      const { verdict, voices } = weighChange(seats, present, then, stances)
      verdicts.add(verdict)
      const sides = [...decidingSides(present), ...decidingSides(then)]
      const isFull = sides.every((side) => voices.some((voice) => voice.side === side))
      expect(verdict === 'decided').toBe(isFull && voices.every(({ key }) => stances.get(key) === 'agree'))
    }
    expect([...verdicts].toSorted()).toEqual(['decided', 'open', 'refused'])
  })

  it('[MODAL-6] the agreement or objection of whoever does not count changes nothing', () => {
    for (const { random, seats, present, then, stances } of cases('uncounted')) {
      const before = weighChange(seats, present, then, stances)
      const counted = new Set(before.voices.map(({ key }) => key))
      const more = new Map(stances)
      for (const one of seats) if (!counted.has(voiceKeyOf(one))) more.set(voiceKeyOf(one), random.pick(['agree', 'object']))
      more.set('seat:nobody', random.pick(['agree', 'object']))
      expect(weighChange(seats, present, then, more)).toEqual(before)
    }
  })

  it('[MODAL-7] any objection of a counted voice refuses, whatever all others say', () => {
    for (const { random, seats, present, then } of cases('objection')) {
      const { voices } = weighChange(seats, present, then, new Map())
      if (voices.length === 0) continue
      const stances = agreed(...seats).set(random.pick(voices).key, 'object')
      expect(weighChange(seats, present, then, stances).verdict).toBe('refused')
    }
  })

  it('[MODAL-8] whoever comes in and has not answered never decides what was open', () => {
    for (const { random, seats, present, then, stances } of cases('silence')) {
      if (weighChange(seats, present, then, stances).verdict !== 'open') continue
      expect(weighChange([...seats, seat(random.pick(ROLES))], present, then, stances).verdict).not.toBe('decided')
    }
  })
})
