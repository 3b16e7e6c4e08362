import { ENGAGEMENTS, type Engagement, type Stage } from '@roundtable/shared/framework'
import { useState, type FormEvent } from 'react'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { TextField } from '../../../ui/text-field.js'
import { useSayStagePart, type SidePart } from './stages.js'

interface StagePartFormProps {
  readonly workspaceId: string
  readonly stage: Stage
  readonly part: SidePart
  readonly onClose: () => void
}

/** What one's own side does at one stage: how far it takes part, and in its own words. */
export function StagePartForm({ workspaceId, stage, part, onClose }: StagePartFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const say = useSayStagePart(workspaceId)
  const [engagement, setEngagement] = useState<Engagement>(part.answer?.engagement ?? part.usual)
  const [note, setNote] = useState(part.answer?.note ?? '')

  function submit(event: FormEvent) {
    event.preventDefault()
    say.mutate(
      { stage, engagement, note },
      {
        onSuccess: () => {
          announce(t('stages.saved', { stage: t(`stage.${stage}`), side: t(`side.${part.side}`) }))
          onClose()
        }
      }
    )
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <FormProblem error={say.error} />
      <ChoiceGroup
        label={t('stages.engagement')}
        kind="one"
        choices={ENGAGEMENTS.map((one) => ({ value: one, label: t(`engagement.${one}`), hint: t(`engagementHint.${one}`) }))}
        chosen={[engagement]}
        onChange={([chosen]) => setEngagement(ENGAGEMENTS.find((one) => one === chosen) ?? engagement)}
      />
      <TextField
        label={t('stages.note')}
        hint={t('stages.noteHint')}
        rows={3}
        maxLength={2000}
        value={note}
        error={fieldProblem(say.error, 'note')}
        onChange={setNote}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={say.isPending}>
          {t('stages.save')}
        </Button>
        <Button onPress={onClose}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
