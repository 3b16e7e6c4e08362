import { useState } from 'react'
import type { MemberView } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from './form-dialog.js'
import { useEndSeat } from './people.js'

interface EndSeatDialogProps {
  readonly workspaceId: string
  readonly member: MemberView
  readonly onClose: () => void
  readonly onEnded: () => void
}

/** Ending somebody's seat is said in so many words, with a reason that stays on record. */
export function EndSeatDialog({ workspaceId, member, onClose, onEnded }: EndSeatDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const end = useEndSeat(workspaceId)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const isMissing = reason.trim() === ''

  function send() {
    setSent(true)
    if (isMissing) return
    end.mutate(
      { seatId: member.id, reason },
      {
        onSuccess: () => {
          announce(t('members.ended', { name: member.name }))
          onClose()
          onEnded()
        }
      }
    )
  }

  return (
    <FormDialog
      title={t('members.endTitle', { name: member.name })}
      submit={t('members.endSubmit')}
      look="danger"
      role="alertdialog"
      error={end.error}
      isPending={end.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <p>{t('members.endLead')}</p>
      <TextField
        label={t('members.endReason')}
        hint={t('members.endReasonHint')}
        rows={3}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={wasSent && isMissing ? t('members.endReasonMissing') : fieldProblem(end.error, 'reason')}
      />
    </FormDialog>
  )
}
