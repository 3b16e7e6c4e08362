import type { Extent, HowFar, Intensity, Stage } from '@roundtable/shared/framework'
import type { SaidEngagement } from '@roundtable/shared/protocol'
import type { Translate } from '../../../locales/use-text.js'
import type { SaidOfEngagement } from './stages.js'

const MOST_LINES = 20
const MOST_DAYS = 36_500
const MOST_HOURS = 10_000_000

/** What a side says of the engagement at a stage while it is written: numbers and lines as they are typed. */
export interface EngagementDraft {
  readonly extent: Extent | ''
  readonly durationDays: string
  readonly effortHours: string
  readonly groups: string
  readonly intensity: Intensity | ''
  readonly needsFit: HowFar | ''
  readonly impact: HowFar | ''
  readonly influence: HowFar | ''
  readonly evidence: string
  readonly note: string
  /** When what it was begun on had been said; null where nothing had. */
  readonly begunOn: string | null
}

export type EngagementProblems = Partial<Readonly<Record<keyof EngagementDraft, string>>>

const typed = (number: number | null | undefined): string => (number == null ? '' : String(number))

export function draftOf(said: SaidOfEngagement | null): EngagementDraft {
  return {
    extent: said?.degree.extent ?? '',
    durationDays: typed(said?.degree.durationDays),
    effortHours: typed(said?.degree.effortHours),
    groups: said?.degree.groups.join('\n') ?? '',
    intensity: said?.degree.intensity ?? '',
    needsFit: said?.quality.needsFit ?? '',
    impact: said?.quality.impact ?? '',
    influence: said?.quality.influence ?? '',
    evidence: said?.evidence.join('\n') ?? '',
    note: said?.note ?? '',
    begunOn: said?.answeredAt ?? null
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

export function problemsOf(draft: EngagementDraft, t: Translate): EngagementProblems {
  const number = (value: string, most: number): string | undefined =>
    value.trim() === '' || (/^\d+$/.test(value.trim()) && Number(value) <= most) ? undefined : t('engaged.wholeNumber', { most })
  const lines = (value: string, longest: number): string | undefined => {
    if (linesOf(value).length > MOST_LINES) return t('engaged.linesTooMany', { most: MOST_LINES })
    return linesOf(value).some((line) => line.length > longest) ? t('engaged.lineTooLong', { most: longest }) : undefined
  }
  const found = {
    extent: draft.extent === '' ? t('form.chooseOne') : undefined,
    durationDays: number(draft.durationDays, MOST_DAYS),
    effortHours: number(draft.effortHours, MOST_HOURS),
    groups: lines(draft.groups, 200),
    evidence: lines(draft.evidence, 1000)
  }
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined))
}

/** What is sent; null while the extent has not been chosen. */
export function bodyOf(draft: EngagementDraft, stage: Stage, seenAt: string | null): SaidEngagement | null {
  const { extent, intensity, needsFit, impact, influence } = draft
  if (extent === '') return null
  const number = (value: string): number | null => (value.trim() === '' ? null : Number(value))
  return {
    stage,
    seenAt,
    degree: {
      extent,
      durationDays: number(draft.durationDays),
      effortHours: number(draft.effortHours),
      groups: linesOf(draft.groups),
      intensity: intensity || null
    },
    quality: { needsFit: needsFit || null, impact: impact || null, influence: influence || null },
    evidence: linesOf(draft.evidence),
    note: draft.note.trim()
  }
}
