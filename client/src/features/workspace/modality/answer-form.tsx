import { STANCES, type ModalityChange, type Stance } from '@roundtable/shared/protocol'
import { useState, type FormEvent } from 'react'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useKeptState } from '../../../lib/kept-input.js'
import { useFocusWhenGone } from '../../../lib/use-focus-when-gone.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { TextField } from '../../../ui/text-field.js'
import { useAnswerModality } from './modality.js'

interface AnswerFormProps {
  readonly workspaceId: string
  readonly changeId: string
  /** What one has said already: an agreement can be taken back until it is decided. */
  readonly given?: ModalityChange['voices'][number] | undefined
  readonly onGone: () => void
}

/** Agree, or object with a reason: for one's organisation or community. */
export function AnswerForm({ workspaceId, changeId, given, onGone }: AnswerFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const form = useFocusWhenGone<HTMLFormElement>(onGone)
  const [stance, setStance] = useState<Stance | null>(given?.stance ?? null)
  const [reason, setReason, dropReason] = useKeptState(`answer/${changeId}`, given?.reason ?? '')
  const answer = useAnswerModality(workspaceId, changeId, () => {
    dropReason()
    announce(t('modalityPage.answered'))
  })
  const [attempts, setAttempts] = useState(0)
  const lacksReason = stance === 'object' && reason.trim() === ''
  useFocusOnProblem(form, attempts, answer.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (stance === null || lacksReason) return
    answer.mutate({ stance, reason })
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <FormProblem error={answer.error} />
      <ChoiceGroup
        label={t('modalityPage.myAnswer')}
        kind="one"
        choices={[
          { value: 'agree', label: t('modalityPage.agree') },
          { value: 'object', label: t('modalityPage.object'), hint: t('modalityPage.objectHint') }
        ]}
        chosen={stance === null ? [] : [stance]}
        error={attempts > 0 && stance === null ? t('form.chooseOne') : undefined}
        onChange={([chosen]) => setStance(STANCES.find((one) => one === chosen) ?? null)}
      />
      <TextField
        label={t('modalityPage.reason')}
        hint={t('modalityPage.reasonOptional')}
        rows={3}
        maxLength={2000}
        value={reason}
        error={attempts > 0 && lacksReason ? t('form.sayWhy') : fieldProblem(answer.error, 'reason')}
        onChange={setReason}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={answer.isPending}>
          {t('modalityPage.answerSend')}
        </Button>
      </div>
    </form>
  )
}
