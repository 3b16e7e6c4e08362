import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRINCIPLE_QUESTIONS, planQuestions } from '../document/index.js'
import {
  COMMITMENTS,
  DATA_CLASSES,
  ENABLERS,
  GSBPM,
  GSBPM_OF_STAGE,
  isTarget,
  KEY_AREAS,
  MODALITIES,
  NSO_ROLES,
  OBJECTIVE_CODES,
  PRINCIPLE_NOTES,
  PRINCIPLES,
  SDG_GOALS,
  SDG_INDICATORS,
  SDG_TARGETS,
  STAGES
} from './index.js'

interface SdgList {
  readonly version: string
  readonly goals: readonly Coded[]
  readonly targets: readonly Coded[]
  readonly indicators: readonly Coded[]
}
interface Coded {
  readonly code: string
  readonly text: string
}

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

describe('the lists of the domain', () => {
  test('[DOC-31] every code list has the counts and ids of the Framework', () => {
    expect(PRINCIPLES).toEqual(Array.from({ length: 13 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`))
    expect(STAGES).toEqual(numbered('S', 6))
    expect(MODALITIES.slice(1)).toEqual(numbered('M', 5))
    expect(OBJECTIVE_CODES).toEqual([...numbered('O', 8), 'OX'])
    expect(DATA_CLASSES).toEqual(numbered('K', 3))
    expect(NSO_ROLES).toEqual(numbered('N', 4))
    expect(ENABLERS).toEqual(numbered('E', 8))
    expect(KEY_AREAS).toEqual(numbered('RA', 6))
    expect(COMMITMENTS).toEqual(numbered('CM', 11))
  })

  test('[DOC-31] the notes on the principles are paragraphs 19 to 31, and none of them is left out', () => {
    const notes = Object.values(PRINCIPLE_NOTES).flat()
    expect([...new Set(notes)].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, index) => 19 + index))
  })

  test('[DOC-31] GSBPM 5.1 has 44 sub-processes, each a tag of a stage', () => {
    expect(GSBPM).toHaveLength(44)
    expect([...new Set(Object.values(GSBPM_OF_STAGE).flat())].toSorted()).toEqual([...GSBPM].toSorted())
  })

  test('[DOC-31] the goals have 17 goals and 169 targets; indicators are told from what is none', () => {
    expect(SDG_GOALS).toHaveLength(17)
    expect(SDG_TARGETS).toHaveLength(169)
    expect(['1.a', '6.1', '6.1.1', '17.19.2', '16.10'].every(isTarget)).toBe(true)
    expect(['6', '6.9', '18.1', '6.1.0', '6.1.2', '11.c.1', '6.1.1.1', '1.c', '', 'constructor.1'].some(isTarget)).toBe(false)
  })

  test('[DOC-31] the published list of goals has 17 goals, 169 targets and 248 indicators by its version, and every code is known', () => {
    const { version, goals, targets, indicators } = JSON.parse(readFileSync(join(__dirname, '../../data/sdg.json'), 'utf8')) as SdgList
    expect(version).toContain('2023')
    expect([goals.length, targets.length, indicators.length]).toEqual([17, 169, 248])
    expect(targets.map(({ code }) => code)).toEqual(SDG_TARGETS)
    expect(indicators.map(({ code }) => code)).toEqual(SDG_INDICATORS)
    expect([...goals, ...targets, ...indicators].filter(({ text }) => text.trim() === '')).toEqual([])
  })

  test('[DOC-32] a plan asks the first stage in its four parts, and every stage for method, consent, privacy and resources', () => {
    const codes = STAGES.map((stage) => planQuestions(stage).map(({ code }) => code))
    expect(codes[0]).toEqual(['objectives', 'partners', 'approach', 'access', 'method', 'consent', 'privacy', 'resources'])
    for (const each of codes) expect(each).toEqual(expect.arrayContaining(['method', 'consent', 'privacy', 'resources']))
    const consent = planQuestions('S2').find(({ code }) => code === 'consent')!
    const notice = ['purpose', 'procedures', 'risks', 'benefits', 'use', 'storage']
    expect(consent.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual([...notice, 'withdrawal'])
  })

  test('[DOC-33] P11 has no "not relevant": where the law protects nobody, that is a risk and no exemption (R-19)', () => {
    const options = PRINCIPLE_QUESTIONS.map(({ fields }) => (fields[0]?.type === 'enumeration' ? fields[0].options : []))
    expect(options.map((each) => each.includes('not_relevant'))).toEqual(PRINCIPLES.map((code) => code !== 'P11'))
  })
})
