import { useState } from 'react'
import { fieldProblem } from '../lib/error-sentence.js'
import { TextField } from './text-field.js'
import { FormDialog, type FormDialogProps } from './form-dialog.js'
import { useKeptForm } from './use-kept-form.js'

interface ReasonDialogProps extends Omit<FormDialogProps, 'onSubmit' | 'children'> {
  /** What the act means, above the field. */
  readonly lead?: string
  readonly label: string
  readonly hint: string
  readonly missing: string
  readonly onSend: (reason: string) => void
}

/** An act that is done with a reason, and not without one. */
export function ReasonDialog({ lead, label, hint, missing, onSend, ...dialog }: ReasonDialogProps) {
  const [reason, setReason, close] = useKeptForm(dialog, '')
  const [wasSent, setSent] = useState(false)
  const isMissing = reason.trim() === ''

  function send() {
    setSent(true)
    if (!isMissing) onSend(reason)
  }

  return (
    <FormDialog {...dialog} onClose={close} onSubmit={send}>
      {lead !== undefined && <p>{lead}</p>}
      <TextField
        label={label}
        hint={hint}
        rows={3}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={wasSent && isMissing ? missing : fieldProblem(dialog.error, 'reason')}
      />
    </FormDialog>
  )
}
