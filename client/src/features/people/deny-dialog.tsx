import { useState } from 'react'
import type { ProtocolView } from '@roundtable/shared/protocol'
import { fieldProblem } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { useAnnounce } from '../../ui/announcer.js'
import { TextField } from '../../ui/text-field.js'
import { FormDialog } from './form-dialog.js'
import { useAnswerProtocol } from './people.js'

interface DenyDialogProps {
  readonly workspaceId: string
  readonly protocol: ProtocolView
  readonly onClose: () => void
  /** The buttons are gone with the answer: the focus goes to what was answered. */
  readonly onDenied: () => void
}

export function DenyDialog({ workspaceId, protocol, onClose, onDenied }: DenyDialogProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const answer = useAnswerProtocol(workspaceId)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const isMissing = reason.trim() === ''

  function send() {
    setSent(true)
    if (isMissing) return
    answer.mutate(
      { protocolId: protocol.id, stance: 'object', reason },
      {
        onSuccess: () => {
          announce(t('protocol.deniedNow', { name: protocol.candidate.name }))
          onClose()
          onDenied()
        }
      }
    )
  }

  return (
    <FormDialog
      title={t('protocol.denyTitle')}
      submit={t('protocol.denySubmit')}
      error={answer.error}
      isPending={answer.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <TextField
        label={t('protocol.denyReason')}
        hint={t('protocol.denyHint')}
        rows={3}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={wasSent && isMissing ? t('protocol.denyMissing') : fieldProblem(answer.error, 'reason')}
      />
    </FormDialog>
  )
}
