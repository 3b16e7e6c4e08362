import { DEFINITION_QUESTIONS, FRAMEWORK_VERSION, type Classification } from '@roundtable/shared/framework'
import type { DefinitionView } from '@roundtable/shared/protocol'
import type { Member } from '../../ability/index.js'
import { type SideVoice, voiceKeyOf } from '../domain/voices.js'
import type { AnswerRow } from './definition.store.js'

type VoiceView = DefinitionView['voices'][number]

interface Tested {
  readonly voices: readonly SideVoice[]
  readonly classification: Classification
  readonly answers: readonly AnswerRow[]
  /** A voice that does not count, and whose opinion is recorded. */
  readonly mayOpine: (voice: SideVoice) => boolean
}

/** The test as everybody in the workspace sees it: sides beside each other, never averaged (AMB-4). */
export function definitionView(member: Member, { voices, classification, answers, mayOpine }: Tested): DefinitionView {
  const mine = member.seat.side === null ? null : voiceKeyOf(member.seat)
  const answersOf = (key: string): VoiceView['answers'] =>
    answers
      .filter(({ voice }) => voice === key)
      .sort((one, other) => DEFINITION_QUESTIONS.indexOf(one.question) - DEFINITION_QUESTIONS.indexOf(other.question))
      .map(answerView)
  const present = voices
    .map(({ key, name, side, counts }) => ({ key, name, side, counts, hasLeft: false, isMine: key === mine, answers: answersOf(key) }))
    .filter((voice, index) => voice.counts || voice.answers.length > 0 || mayOpine(voices[index]!))
  return {
    frameworkVersion: FRAMEWORK_VERSION,
    voices: [...present, ...departed(voices, answers, answersOf)],
    classification: copyOf(classification)
  }
}

/** What somebody said before they left stays; it counts no more. */
function departed(
  voices: readonly SideVoice[],
  answers: readonly AnswerRow[],
  answersOf: (key: string) => VoiceView['answers']
): VoiceView[] {
  const here = new Set(voices.map(({ key }) => key))
  const gone = new Map(answers.filter(({ voice }) => !here.has(voice)).map((answer) => [answer.voice, answer]))
  return [...gone.values()].map(({ voice, voiceName, side }) => ({
    key: voice,
    name: voiceName,
    side,
    counts: false,
    hasLeft: true,
    isMine: false,
    answers: answersOf(voice)
  }))
}

function answerView({
  question,
  value,
  reason,
  evidence,
  frameworkVersion,
  answeredBy,
  answeredAt
}: AnswerRow): VoiceView['answers'][number] {
  return { question, value, reason, evidence, frameworkVersion, answeredBy, answeredAt: answeredAt.toISOString() }
}

function copyOf({ outcome, candidate, paragraph, missing }: Classification): DefinitionView['classification'] {
  return { outcome, candidate: candidate && { ...candidate }, paragraph, missing: missing.map((one) => ({ ...one })) }
}
