import { differences, fieldWords, type ProfileDraft } from './profile-draft.js'

const t = (key: string) => key
const EMPTY: ProfileDraft = {
  title: 'Clean air',
  summary: '',
  objectives: [],
  otherObjective: '',
  dataClass: null,
  populations: [],
  populationLabel: '',
  identification: '',
  stage: null,
  interests: []
}

describe('a profile that two people write at once', () => {
  it('[UI-109] shows the fields that differ and no others; the order of choices is none', () => {
    const mine: ProfileDraft = { ...EMPTY, summary: 'mine', objectives: ['O1', 'O2'], populations: ['PW'] }
    const theirs: ProfileDraft = { ...EMPTY, summary: 'theirs', objectives: ['O2', 'O1'], dataClass: 'K3' }
    expect(differences(mine, theirs)).toEqual(['summary', 'dataClass', 'populations'])
    expect(differences(mine, mine)).toEqual([])
  })

  it('[UI-109] says every field in words', () => {
    const interests = [{ name: 'City fund', kind: 'funder' as const, note: 'pays the meters' }]
    const theirs: ProfileDraft = { ...EMPTY, objectives: ['O1'], populations: ['PW', 'PD'], stage: 'S2', interests }
    expect(fieldWords(theirs, 'objectives', t)).toBe('objective.O1')
    expect(fieldWords(theirs, 'populations', t)).toBe('population.PW\npopulation.PD')
    expect(fieldWords(theirs, 'stage', t)).toBe('stage.S2')
    expect(fieldWords(theirs, 'interests', t)).toBe('City fund: pays the meters')
    expect(fieldWords(theirs, 'dataClass', t)).toBe('profile.empty')
    expect(fieldWords(theirs, 'title', t)).toBe('Clean air')
  })
})
