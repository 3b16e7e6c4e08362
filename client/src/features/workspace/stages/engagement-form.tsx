import { EXTENTS, HOW_FAR, INTENSITIES, type Stage } from '@roundtable/shared/framework'
import { RoundtableError } from '@roundtable/shared/error'
import { useRef, useState, type FormEvent } from 'react'
import { useKeptState } from '../../../lib/kept-input.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import { bodyOf, draftOf, problemsOf, type EngagementDraft } from './engagement-draft.js'
import { EngagementSaid } from './engagement-said.js'
import { useSayEngagement, type SidePart } from './stages.js'

interface EngagementFormProps {
  readonly workspaceId: string
  readonly stage: Stage
  readonly part: SidePart
  readonly onClose: () => void
}

/** How far, and how well, people are engaged at a stage, as one's own side sees it. Only the extent has to be said. */
export function EngagementForm({ workspaceId, stage, part, onClose }: EngagementFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const say = useSayEngagement(workspaceId)
  const [draft, setDraft, dropDraft] = useKeptState(`engagement/${workspaceId}/${stage}`, draftOf(part.degreeAndQuality))
  const [attempts, setAttempts] = useState(0)
  const said = part.degreeAndQuality
  const isOvertaken = said !== null && said.answeredAt !== draft.begunOn
  const problems = attempts > 0 ? problemsOf(draft, t) : {}
  const change = (part: Partial<EngagementDraft>) => setDraft({ ...draft, ...part })
  const isContested = say.error instanceof RoundtableError && say.error.code === 'changed_meanwhile'
  useFocusOnProblem(form, attempts, say.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    const body = bodyOf(draft, stage, said?.answeredAt ?? null)
    if (body === null || Object.keys(problemsOf(draft, t)).length > 0) return
    say.mutate(body, {
      onSuccess: () => {
        announce(t('stages.saved', { stage: t(`stage.${stage}`), side: t(`side.${part.side}`) }))
        close()
      }
    })
  }

  function close() {
    dropDraft()
    onClose()
  }

  const text = (field: 'durationDays' | 'effortHours' | 'groups' | 'evidence' | 'note', rows?: number) => (
    <TextField
      label={t(`engaged.${field}`)}
      hint={t(`engaged.${field}Hint`)}
      {...(rows === undefined ? { inputMode: 'numeric' as const } : { rows })}
      value={draft[field]}
      error={problems[field]}
      onChange={(value) => change({ [field]: value })}
    />
  )
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      {isOvertaken ? (
        <Banner tone="caution" role="alert">
          <p>{t('engaged.meanwhile')}</p>
          <EngagementSaid said={said} />
        </Banner>
      ) : (
        !isContested && <FormProblem error={say.error} />
      )}
      <ChoiceGroup
        label={t('engaged.extent')}
        kind="one"
        choices={EXTENTS.map((one) => ({ value: one, label: t(`engaged.extent.${one}`) }))}
        chosen={[draft.extent]}
        error={problems.extent}
        onChange={([chosen]) => change({ extent: EXTENTS.find((one) => one === chosen) ?? '' })}
      />
      <SelectField
        label={t('engaged.intensity')}
        placeholder={t('engaged.notSaid')}
        choices={INTENSITIES.map((one) => ({ value: one, label: t(`engaged.intensity.${one}`) }))}
        value={draft.intensity}
        onChange={(intensity) => change({ intensity })}
      />
      {text('durationDays')}
      {text('effortHours')}
      {text('groups', 3)}
      {(['needsFit', 'impact', 'influence'] as const).map((aspect) => (
        <SelectField
          key={aspect}
          label={t(`engaged.${aspect}`)}
          placeholder={t('engaged.notSaid')}
          choices={HOW_FAR.map((one) => ({ value: one, label: t(`engaged.howFar.${one}`) }))}
          value={draft[aspect]}
          onChange={(value) => change({ [aspect]: value })}
        />
      ))}
      {text('evidence', 3)}
      {text('note', 3)}
      <div className="row">
        <Button look="primary" type="submit" isPending={say.isPending}>
          {t('stages.save')}
        </Button>
        <Button onPress={close}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
