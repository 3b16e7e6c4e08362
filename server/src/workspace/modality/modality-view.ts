import type { ModalityChange, ModalityHistory, Stance } from '@roundtable/shared/protocol'
import { type Member, type SeatRow, ask } from '../../ability/index.js'
import { weighChange } from '../domain/modality-change.js'
import { type SideVoice, voiceKeyOf } from '../domain/voices.js'
import type { Rule } from '../domain/voters.js'
import { votingSeat } from '../voting-seat.js'
import { mayDecideOn, mayWithdraw } from './modality-right.js'
import type { ChangeRow, StanceRow } from './modality.store.js'

export interface History {
  readonly seats: readonly SeatRow[]
  readonly proposed: readonly ChangeRow[]
  readonly classified: readonly ChangeRow[]
  readonly stances: readonly StanceRow[]
}

/** The modality, how it came about and what is proposed, as a member sees it. */
export function modalityView(member: Member, history: History): ModalityHistory {
  const { modality, leadKind, namedPartner } = member.workspace
  const open = history.proposed.find(({ status }) => status === 'open')
  return {
    present: { modality, leadKind, namedPartner },
    mayPropose: !open && modality !== 'M0' && member.kind === 'initiative' && ask(member, { action: 'approve', artefact: 'PROF' }).allowed,
    open: open ? openView(member, open, history) : null,
    past: history.proposed.filter(({ status }) => status !== 'open').map((change) => pastView(member, change, history)),
    classified: history.classified.map((change) => ({
      to: ruleTo(change),
      outcome: change.outcome ?? '',
      paragraph: change.paragraph,
      at: change.proposedAt.toISOString()
    }))
  }
}

export function ruleTo({ toModality, toLeadKind, toNamedPartner }: ChangeRow): Rule {
  return { modality: toModality, leadKind: toLeadKind, namedPartner: toNamedPartner }
}

export function stancesByVoice(stances: readonly StanceRow[], changeId: string): ReadonlyMap<string, Stance> {
  return new Map(stances.filter((row) => row.changeId === changeId).map(({ voice, stance }) => [voice, stance]))
}

function openView(member: Member, change: ChangeRow, { seats, stances }: History): ModalityChange {
  const given = stancesByVoice(stances, change.id)
  const { voices, nobodyFor } = weighChange(seats.map(votingSeat), member.workspace, ruleTo(change), given)
  const rows = stances.filter(({ changeId }) => changeId === change.id)
  return {
    ...changeView(change),
    voices: voices.map((voice) =>
      voiceView(
        member,
        voice,
        rows.find((row) => row.voice === voice.key)
      )
    ),
    nobodyFor: [...nobodyFor],
    mayAnswer: mayDecideOn(member, change).allowed,
    mayWithdraw: mayWithdraw(member, change)
  }
}

/** What is over shows who said what, whoever is seated now. */
function pastView(member: Member, change: ChangeRow, { stances }: History): ModalityChange {
  const rows = stances.filter(({ changeId }) => changeId === change.id)
  const voices = rows.map((row) => voiceView(member, { key: row.voice, name: row.name, side: row.side }, row))
  return { ...changeView(change), voices, nobodyFor: [], mayAnswer: false, mayWithdraw: false }
}

type WithoutVoices = Omit<ModalityChange, 'voices' | 'nobodyFor' | 'mayAnswer' | 'mayWithdraw'>

function changeView(change: ChangeRow): WithoutVoices {
  return {
    id: change.id,
    from: { modality: change.fromModality, leadKind: change.fromLeadKind, namedPartner: change.fromNamedPartner },
    to: ruleTo(change),
    reason: change.reason,
    proposedBy: change.proposerName ?? '',
    proposedAt: change.proposedAt.toISOString(),
    status: change.status,
    endedAt: change.endedAt?.toISOString() ?? null,
    expiresAt: change.expiresAt.toISOString()
  }
}

type VoiceView = ModalityChange['voices'][number]

function voiceView({ seat }: Member, { key, name, side }: Pick<SideVoice, 'key' | 'name' | 'side'>, given?: StanceRow): VoiceView {
  return {
    key,
    name,
    side,
    stance: given?.stance ?? null,
    reason: given?.reason ?? '',
    at: given?.at.toISOString() ?? null,
    isMine: seat.side !== null && key === voiceKeyOf(seat)
  }
}
