import type { Profile, ProfileView } from '@roundtable/shared/protocol'
import type { MessageKey } from '../../../locales/catalogue.js'
import type { Translate } from '../../../locales/use-text.js'

/** What the form holds: the profile without its version, which belongs to what was read. */
export type ProfileDraft = Omit<Profile, 'version'>
export type ProfileField = keyof ProfileDraft
export type Interest = Profile['interests'][number]

export const PROFILE_FIELDS: Readonly<Record<ProfileField, MessageKey>> = {
  title: 'profile.name',
  summary: 'profile.summary',
  objectives: 'profile.objectives',
  otherObjective: 'profile.otherObjective',
  dataClass: 'profile.dataClass',
  populations: 'profile.populations',
  populationLabel: 'profile.populationLabel',
  identification: 'profile.identification',
  stage: 'profile.stage',
  interests: 'profile.interests'
}

export function draftOf(profile: ProfileView): ProfileDraft {
  const { title, summary, objectives, otherObjective, dataClass, populations, populationLabel, identification, stage, interests } = profile
  return { title, summary, objectives, otherObjective, dataClass, populations, populationLabel, identification, stage, interests }
}

/** The fields in which what somebody else saved meanwhile differs from what stands in the form. */
export function differences(mine: ProfileDraft, theirs: ProfileDraft): ProfileField[] {
  return (Object.keys(PROFILE_FIELDS) as ProfileField[]).filter(
    (field) => JSON.stringify(ordered(mine[field])) !== JSON.stringify(ordered(theirs[field]))
  )
}

/** Lists of codes have no order of their own. */
function ordered(value: ProfileDraft[ProfileField]): unknown {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value].sort() : value
}

/** One field of a profile in words, for reading beside one's own. */
export function fieldWords(profile: ProfileDraft, field: ProfileField, t: Translate): string {
  const words = ((): readonly string[] => {
    switch (field) {
      case 'objectives':
        return profile.objectives.map((code) => t(`objective.${code}`))
      case 'populations':
        return profile.populations.map((population) => t(`population.${population}`))
      case 'dataClass':
        return profile.dataClass ? [t(`dataClass.${profile.dataClass}`)] : []
      case 'stage':
        return profile.stage ? [t(`stage.${profile.stage}`)] : []
      case 'interests':
        return profile.interests.map(({ name, note }) => (note === '' ? name : `${name}: ${note}`))
      default:
        return profile[field] === '' ? [] : [profile[field]]
    }
  })()
  return words.length === 0 ? t('profile.empty') : words.join('\n')
}
