import { pick, seeded } from '../ability/actor.fixture.js'
import { MODALITIES, SIDES, type Modality, type Side } from './codes.js'
import { type PresentRule, type Voice, candidateOf, classify } from './classify.js'
import {
  CANDIDATES,
  DEFINITION_PARAGRAPHS,
  DEFINITION_QUESTIONS,
  DEFINITION_VALUES,
  INITIATORS,
  asksForEngagement,
  decidingSides
} from './definition.js'
import { LEAD_KINDS } from './power.js'

type Answers = Voice['answers']
const YES: Answers = { Q1: 'yes', Q2: 'yes', Q4: 'yes', Q5: 'empowerment' }
const says = (side: Side, Q3: string, more: Answers = {}): Voice => ({ side, answers: { ...YES, Q3, ...more } })
const silent = (side: Side): Voice => ({ side, answers: {} })
const M0: PresentRule = { modality: 'M0', leadKind: null }
const rule = (modality: Modality): PresentRule => ({ modality, leadKind: modality === 'M5' ? 'OTH' : null })
const PRESENT: readonly PresentRule[] = [...MODALITIES.map(rule), { modality: 'M5', leadKind: 'OSA' }]

/** Any answers of any voices, mostly agreeing: what people could have said. */
function someVoices(random: () => number): Voice[] {
  const usual: Answers = { ...YES, Q3: pick(random, INITIATORS), Q5: random() < 0.2 ? 'official_only' : 'empowerment' }
  return Array.from({ length: 1 + Math.floor(random() * 5) }, () => ({
    side: pick(random, SIDES),
    answers: Object.fromEntries(
      DEFINITION_QUESTIONS.flatMap((question) => {
        if (random() < 0.06) return []
        if (random() < 0.12) return [[question, pick(random, DEFINITION_VALUES[question])]]
        return [[question, usual[question] ?? 'yes']]
      })
    )
  }))
}

function* histories(count: number, seed: number): Generator<{ voices: Voice[]; present: PresentRule; random: () => number }> {
  const random = seeded(seed)
  for (let index = 0; index < count; index++) yield { voices: someVoices(random), present: pick(random, PRESENT), random }
}

describe('who initiated', () => {
  it.each([
    ['citizens', ['civic'], 'M1', null, null],
    ['citizens_with_partners', ['civic'], 'M2', null, null],
    ['jointly_nso', ['civic', 'state'], 'M3', null, 'NSO'],
    ['jointly_osa', ['civic', 'state'], 'M3', null, 'OSA'],
    ['nso', ['civic', 'state'], 'M4', null, null],
    ['other', ['civic', 'other'], 'M5', 'OTH', null],
    ['other_state', ['civic', 'state'], 'M5', 'OSA', null]
  ] as const)(
    '[DEF-1] %s, said by all of %s with everything else, is citizen data under %s',
    (initiator, sides, modality, lead, partner) => {
      const answer = classify(
        sides.map((side) => says(side, initiator)),
        M0
      )
      expect(answer).toEqual({
        outcome: 'citizen_data',
        candidate: { modality, leadKind: lead, namedPartner: partner },
        paragraph: `Box 2, ¶15.${modality.slice(1)}`,
        missing: []
      })
      expect(decidingSides({ modality, leadKind: lead })).toEqual(sides)
    }
  )

  it('[DEF-1] every answer to Q3 leads to a modality, and every question has a ground and knows "not sure"', () => {
    expect(Object.keys(CANDIDATES)).toEqual(INITIATORS)
    expect(Object.keys(DEFINITION_PARAGRAPHS)).toEqual(DEFINITION_QUESTIONS)
    for (const question of DEFINITION_QUESTIONS) expect(DEFINITION_VALUES[question]).toContain('not_sure')
    expect(INITIATORS.filter((initiator) => asksForEngagement(initiator))).toEqual(['nso', 'other', 'other_state'])
  })

  it('[DEF-1] the candidate is what those who decide now say, and nobody’s opinion changes it', () => {
    expect(candidateOf([says('civic', 'other'), silent('other')], M0)?.modality).toBe('M5')
    expect(candidateOf([says('civic', 'citizens'), says('other', 'other')], M0)?.modality).toBe('M1')
    expect(candidateOf([says('civic', 'citizens'), says('state', 'nso')], M0)).toBeNull()
    expect(candidateOf([says('civic', 'not_sure')], M0)).toBeNull()
  })
})

describe('who is asked', () => {
  it('[DEF-2] nothing is answered while nobody has said anything', () => {
    for (const voices of [[], [silent('civic')], [{ side: 'civic' as const, answers: { Q6: 'yes' } }]])
      expect(classify(voices, M0)).toEqual({ outcome: null, candidate: null, paragraph: '', missing: [] })
  })

  it('[DEF-2] a state actor alone, or another alone, arrives nowhere, whatever it says', () => {
    for (const side of ['state', 'other'] as const)
      for (const present of PRESENT)
        for (const initiator of INITIATORS)
          for (const more of [{}, { Q1: 'no' }, { Q4: 'no' }, { Q5: 'official_only' }]) {
            const { outcome, candidate, missing } = classify([says(side, initiator, more)], present)
            expect([outcome, candidate]).toEqual(['not_yet', null])
            expect(missing).toContainEqual({ question: 'Q3', side: 'civic', why: 'nobody' })
          }
  })

  it('[DEF-2] the civic side alone arrives at M1 and M2, and needs the others where they decide', () => {
    expect(classify([says('civic', 'citizens')], M0).outcome).toBe('citizen_data')
    for (const [initiator, side] of [
      ['jointly_nso', 'state'],
      ['nso', 'state'],
      ['other', 'other'],
      ['other_state', 'state']
    ] as const)
      expect(classify([says('civic', initiator)], M0)).toMatchObject({
        outcome: 'not_yet',
        candidate: null,
        missing: [{ question: 'Q3', side, why: 'nobody' }]
      })
  })

  it('[DEF-2] a state actor that is there is not decided out of the room', () => {
    expect(classify([says('civic', 'citizens'), silent('state')], M0)).toMatchObject({ outcome: 'not_yet', candidate: null })
    expect(classify([says('civic', 'citizens')], rule('M3')).missing).toEqual([{ question: 'Q3', side: 'state', why: 'nobody' }])
    expect(classify([says('civic', 'citizens'), says('state', 'citizens')], rule('M3')).candidate?.modality).toBe('M1')
  })

  it('[DEF-2] whoever decides neither now nor under the candidate does not stand in the way', () => {
    expect(classify([says('civic', 'citizens'), says('other', 'other', { Q1: 'no' })], M0).outcome).toBe('citizen_data')
  })
})

describe('outcomes', () => {
  it('[DEF-3] out of scope: all who are asked say that no citizens are engaged', () => {
    expect(classify([{ side: 'civic', answers: { Q1: 'no' } }], M0)).toEqual({
      outcome: 'out_of_scope',
      candidate: null,
      paragraph: 'Box 1, Box 2, ¶10',
      missing: []
    })
    expect(classify([says('civic', 'jointly_nso', { Q1: 'no' }), says('state', 'jointly_nso')], M0).outcome).toBe('not_yet')
  })

  it.each([
    ['nso', 'state', '¶15.4'],
    ['other', 'other', '¶15.5, ¶11'],
    ['other_state', 'state', '¶15.5, ¶11']
  ] as const)('[DEF-3] out of scope: led by %s, and both sides say that the engagement is not meaningful', (initiator, side, paragraph) => {
    const no = { Q4: 'no' }
    expect(classify([says('civic', initiator, no), says(side, initiator, no)], M0)).toMatchObject({ outcome: 'out_of_scope', paragraph })
  })

  it.each(['nso', 'other', 'other_state'] as const)('[DEF-4] R-07: a civic "no" at Q4 is "not yet" where %s leads', (initiator) => {
    const side = initiator === 'other' ? 'other' : 'state'
    for (const present of [M0, { modality: CANDIDATES[initiator].modality, leadKind: CANDIDATES[initiator].leadKind }])
      for (const Q5 of ['empowerment', 'official_only']) {
        const voices = [says('civic', initiator, { Q4: 'no', Q5 }), says(side, initiator, { Q5 }), says('state', initiator, { Q5 })]
        const { outcome, missing } = classify(voices, present)
        expect(outcome).toBe('not_yet')
        expect(missing).toContainEqual({ question: 'Q4', side: 'civic', why: 'no' })
      }
  })

  it('[DEF-4] Q4 is not asked where citizens lead or take part as equals', () => {
    for (const initiator of ['citizens', 'citizens_with_partners', 'jointly_nso'])
      for (const Q4 of ['no', 'not_sure'])
        expect(classify([says('civic', initiator, { Q4 }), says('state', initiator, { Q4 })], M0).outcome).toBe('citizen_data')
  })

  it('[DEF-5] official participation works under M4, and so needs who decides there', () => {
    const only = { Q5: 'official_only' }
    expect(classify([says('civic', 'citizens', only), says('state', 'citizens', only)], M0)).toEqual({
      outcome: 'official_participation',
      candidate: { modality: 'M4', leadKind: null, namedPartner: null },
      paragraph: '¶9',
      missing: []
    })
    expect(classify([says('civic', 'citizens', only)], M0)).toMatchObject({
      outcome: 'not_yet',
      candidate: null,
      missing: [{ question: 'Q3', side: 'state', why: 'nobody' }]
    })
    expect(classify([says('civic', 'nso', only), says('state', 'nso')], M0).missing).toContainEqual({
      question: 'Q5',
      side: null,
      why: 'differs'
    })
  })

  it('[DEF-42] official participation names what else is still open: the label answers no other question', () => {
    const only: Voice = { side: 'civic', answers: { Q3: 'nso', Q5: 'official_only' } }
    expect(classify([only, { ...only, side: 'state' }], M0)).toMatchObject({
      outcome: 'official_participation',
      candidate: { modality: 'M4' },
      missing: [
        { question: 'Q1', side: 'civic', why: 'unanswered' },
        { question: 'Q1', side: 'state', why: 'unanswered' },
        { question: 'Q2', side: 'civic', why: 'unanswered' },
        { question: 'Q2', side: 'state', why: 'unanswered' },
        { question: 'Q4', side: 'civic', why: 'unanswered' },
        { question: 'Q4', side: 'state', why: 'unanswered' }
      ]
    })
  })

  it('[DEF-6] "not yet" keeps the modality that all agree on, and names everything that is missing', () => {
    const civic: Voice = { side: 'civic', answers: { Q1: 'yes', Q2: 'not_sure', Q3: 'nso', Q4: 'no' } }
    const state: Voice = { side: 'state', answers: { Q1: 'yes', Q2: 'no', Q3: 'nso', Q4: 'yes', Q5: 'empowerment' } }
    expect(classify([civic, state], M0)).toEqual({
      outcome: 'not_yet',
      candidate: { modality: 'M4', leadKind: null, namedPartner: null },
      paragraph: 'Box 2, ¶17, ¶11, ¶15, ¶9',
      missing: [
        { question: 'Q2', side: 'civic', why: 'not_sure' },
        { question: 'Q2', side: 'state', why: 'no' },
        { question: 'Q4', side: 'civic', why: 'no' },
        { question: 'Q4', side: null, why: 'differs' },
        { question: 'Q5', side: 'civic', why: 'unanswered' }
      ]
    })
  })

  it('[DEF-6] voices of one side that differ are named with that side, sides that differ with none', () => {
    expect(classify([says('civic', 'citizens'), says('civic', 'citizens_with_partners')], M0).missing).toEqual([
      { question: 'Q3', side: 'civic', why: 'differs' }
    ])
    expect(classify([says('civic', 'citizens'), says('state', 'nso')], M0)).toMatchObject({
      outcome: 'not_yet',
      candidate: null,
      missing: [{ question: 'Q3', side: null, why: 'differs' }]
    })
  })
})

describe('whatever people say', () => {
  it('[DEF-7] citizen data means that every side that is asked has somebody, and all of them say so', () => {
    const reached = new Set<string>()
    for (const { voices, present } of histories(4000, 1)) {
      const { outcome, candidate, missing } = classify(voices, present)
      reached.add(`${outcome}/${candidate?.modality}`)
      if (outcome === 'citizen_data' || outcome === 'out_of_scope') expect(missing).toEqual([])
      if (outcome !== 'citizen_data') continue
      const sides = new Set<Side>(['civic', ...decidingSides(candidate!)])
      for (const side of sides) expect(voices.some((voice) => voice.side === side)).toBe(true)
      for (const { answers } of voices.filter((voice) => sides.has(voice.side))) {
        expect(answers).toMatchObject({ Q1: 'yes', Q2: 'yes', Q5: 'empowerment' })
        expect(CANDIDATES[answers.Q3 as keyof typeof CANDIDATES]).toEqual(candidate)
        if (candidate?.modality === 'M4' || candidate?.modality === 'M5') expect(answers.Q4).toBe('yes')
      }
    }
    for (const modality of ['M1', 'M2', 'M3', 'M4', 'M5']) expect(reached).toContain(`citizen_data/${modality}`)
    expect(reached).toContain('official_participation/M4')
    expect(reached).toContain('not_yet/undefined')
  })

  it('[DEF-8] silence is never consent: one more silent voice of a side that is asked settles nothing', () => {
    for (const { voices, present, random } of histories(1500, 2)) {
      const { candidate } = classify(voices, present)
      const asked = ['civic' as const, ...(candidate ? decidingSides(candidate) : [])]
      const more = classify([...voices, silent(pick(random, asked))], present)
      expect([null, 'not_yet']).toContain(more.outcome)
      expect(more.candidate).toBeNull()
    }
  })

  it('[DEF-9] the order of voices changes nothing, and Q6 decides nothing', () => {
    for (const { voices, present, random } of histories(1500, 3)) {
      const { missing, ...answer } = classify(voices, present)
      const mixed = voices
        .map((voice) => ({ voice, at: random() }))
        .sort((one, other) => one.at - other.at)
        .map(({ voice: { side, answers } }) => ({ side, answers: { ...answers, Q6: pick(random, DEFINITION_VALUES.Q6) } }))
      const { missing: again, ...other } = classify(mixed, present)
      expect(other).toEqual(answer)
      const sorted = (list: readonly object[]): string[] => list.map((one) => JSON.stringify(one)).toSorted()
      expect(sorted(again)).toEqual(sorted(missing))
    }
  })

  it('[DEF-2] whatever state and other actors say among themselves, without the civic side it settles nothing', () => {
    for (const { voices, present } of histories(1500, 4)) {
      const withoutCivic = voices.filter(({ side }) => side !== 'civic')
      expect([null, 'not_yet']).toContain(classify(withoutCivic, present).outcome)
      expect(classify(withoutCivic, present).candidate).toBeNull()
    }
  })

  it('[DEF-2] the sides that decide always include the civic one', () => {
    for (const modality of MODALITIES)
      for (const leadKind of [null, ...LEAD_KINDS]) expect(decidingSides({ modality, leadKind })[0]).toBe('civic')
  })
})
