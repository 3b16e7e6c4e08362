import { ENGAGEMENTS, type Engagement, type Stage } from '@roundtable/shared/framework'
import type { FormEvent } from 'react'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useKeptState } from '../../../lib/kept-input.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { Said } from '../../../ui/said.js'
import { TextField } from '../../../ui/text-field.js'
import { useSayStagePart, type SidePart } from './stages.js'

interface StagePartFormProps {
  readonly workspaceId: string
  readonly stage: Stage
  readonly part: SidePart
  readonly onClose: () => void
}

interface StagePartDraft {
  readonly engagement: Engagement
  readonly note: string
  /** When what it was begun on had been said; null where nothing had. */
  readonly begunOn: string | null
}

/** What another of the side wrote while this was open; saving now takes its place. */
function Meanwhile({ theirs }: { readonly theirs: NonNullable<SidePart['answer']> }) {
  const { t } = useText()
  return (
    <Banner tone="caution" role="alert">
      <p>
        <span className="names">
          {t('stages.meanwhile', { name: theirs.answeredBy, engagement: t(`engagement.${theirs.engagement}`) })}
        </span>
      </p>
      {theirs.note !== '' && <Said>{theirs.note}</Said>}
    </Banner>
  )
}

/** What one's own side does at one stage: how far it takes part, and in its own words. */
export function StagePartForm({ workspaceId, stage, part, onClose }: StagePartFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const say = useSayStagePart(workspaceId)
  const [draft, setDraft, dropDraft] = useKeptState<StagePartDraft>(`stage/${workspaceId}/${stage}`, {
    engagement: part.answer?.engagement ?? part.usual,
    note: part.answer?.note ?? '',
    begunOn: part.answer?.answeredAt ?? null
  })
  const { engagement, note } = draft
  const theirs = part.answer && part.answer.answeredAt !== draft.begunOn ? part.answer : null

  function submit(event: FormEvent) {
    event.preventDefault()
    say.mutate(
      { stage, engagement, note, seenAt: part.answer?.answeredAt ?? null },
      {
        onSuccess: () => {
          announce(t('stages.saved', { stage: t(`stage.${stage}`), side: t(`side.${part.side}`) }))
          close()
        }
      }
    )
  }

  function close() {
    dropDraft()
    onClose()
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      {theirs === null ? <FormProblem error={say.error} /> : <Meanwhile theirs={theirs} />}
      <ChoiceGroup
        label={t('stages.engagement')}
        kind="one"
        choices={ENGAGEMENTS.map((one) => ({ value: one, label: t(`engagement.${one}`), hint: t(`engagementHint.${one}`) }))}
        chosen={[engagement]}
        onChange={([chosen]) => setDraft({ ...draft, engagement: ENGAGEMENTS.find((one) => one === chosen) ?? engagement })}
      />
      <TextField
        label={t('stages.note')}
        hint={t('stages.noteHint')}
        rows={3}
        maxLength={2000}
        value={note}
        error={fieldProblem(say.error, 'note')}
        onChange={(words) => setDraft({ ...draft, note: words })}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={say.isPending}>
          {t('stages.save')}
        </Button>
        <Button onPress={close}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}
