import { useState } from 'react'
import { PROTOCOL_KINDS, type ProtocolKind } from '@roundtable/shared/framework'
import type { MemberView } from '@roundtable/shared/protocol'
import { today } from '../../lib/days.js'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { ChoiceGroup } from '../../ui/choice-group.js'
import { SelectField } from '../../ui/select-field.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from '../../ui/form-dialog.js'
import { useKeptForm } from '../../ui/use-kept-form.js'
import { useRecordProtocol } from './people.js'

interface ProtocolDialogProps {
  readonly workspaceId: string
  readonly members: readonly MemberView[]
  readonly onClose: () => void
}

/** Who was chosen, how and when. A delegate who is provisional is confirmed by the same form. */
export function ProtocolDialog({ workspaceId, members, onClose }: ProtocolDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const record = useRecordProtocol(workspaceId)
  const [candidateSeatId, setCandidate] = useState('')
  const [replacesSeatId, setReplaces] = useState('')
  const [how, setHow] = useState<ProtocolKind | null>(null)
  const [decidedOn, setDecidedOn] = useState('')
  const title = t('protocol.recordTitle')
  const [note, setNote, close] = useKeptForm({ title, isPending: record.isPending, onClose }, '')
  const [wasSent, setSent] = useState(false)
  const named = (member: MemberView) => ({ value: member.id, label: member.name })
  const candidates = members.filter(
    ({ role, isProvisional, mandateExpired }) => role === 'CIT' || (role === 'COM' && (isProvisional || mandateExpired))
  )
  const candidate = candidates.find(({ id }) => id === candidateSeatId)
  const delegates = members.filter(({ role, id }) => role === 'COM' && id !== candidateSeatId)
  const isLater = decidedOn > today()
  const asksWhom = candidate?.role === 'CIT' && delegates.length > 0

  const dayProblem = !wasSent
    ? undefined
    : decidedOn === ''
      ? t('protocol.decidedOnMissing')
      : isLater
        ? t('protocol.decidedOnLater')
        : fieldProblem(record.error, 'decidedOn')

  function send() {
    setSent(true)
    if (!candidate || how === null || decidedOn === '' || isLater) return
    record.mutate(
      { candidateSeatId, replacesSeatId: asksWhom && replacesSeatId !== '' ? replacesSeatId : null, how, decidedOn, note },
      {
        onSuccess: () => {
          announce(t('protocol.recorded', { name: candidate.name }))
          onClose()
        }
      }
    )
  }

  return (
    <FormDialog
      title={title}
      submit={t('protocol.recordSubmit')}
      error={record.error}
      isPending={record.isPending}
      onSubmit={send}
      onClose={close}
    >
      <p className="muted">{t('protocol.recordLead')}</p>
      <SelectField
        label={t('protocol.candidate')}
        choices={candidates.map(named)}
        value={candidateSeatId}
        placeholder={t('protocol.candidateNone')}
        onChange={setCandidate}
        error={wasSent && !candidate ? t('protocol.candidateMissing') : fieldProblem(record.error, 'candidateSeatId')}
      />
      {asksWhom && (
        <SelectField
          label={t('protocol.replaces')}
          choices={delegates.map(named)}
          value={replacesSeatId}
          placeholder={t('protocol.replacesNobody')}
          onChange={setReplaces}
          error={fieldProblem(record.error, 'replacesSeatId')}
        />
      )}
      <ChoiceGroup
        label={t('protocol.howQuestion')}
        kind="one"
        choices={PROTOCOL_KINDS.map((kind) => ({ value: kind, label: t(`protocol.kind.${kind}`) }))}
        chosen={how === null ? [] : [how]}
        onChange={([chosen]) => setHow(PROTOCOL_KINDS.find((kind) => kind === chosen) ?? null)}
        error={wasSent && how === null ? t('protocol.howMissing') : fieldProblem(record.error, 'how')}
      />
      <TextField label={t('protocol.decidedOn')} type="date" value={decidedOn} onChange={setDecidedOn} error={dayProblem} />
      <TextField label={t('protocol.note')} hint={t('protocol.noteHint')} rows={3} value={note} onChange={setNote} maxLength={2000} />
    </FormDialog>
  )
}
