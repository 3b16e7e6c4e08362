import { LEAD_KINDS, PARTNER_KINDS } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
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
import type { Target } from '../modality-words.js'
import { useProposeModality } from './modality.js'
import { EMPTY_PROPOSAL, problemsOf, targetOf, TARGETS, type ProposalDraft } from './proposal-draft.js'
import { WhoMustAgree } from './who-must-agree.js'

interface ProposalFormProps {
  readonly workspace: WorkspaceView
  readonly present: Target
  readonly onGone: () => void
}

/** Another way of working together, with who leads or which state partner, and why. */
export function ProposalForm({ workspace, present, onGone }: ProposalFormProps) {
  const { t } = useText()
  const announce = useAnnounce()
  const form = useFocusWhenGone<HTMLFormElement>(onGone)
  const [draft, setDraft, dropDraft] = useKeptState<ProposalDraft>(`modality/${workspace.id}`, EMPTY_PROPOSAL)
  const [attempts, setAttempts] = useState(0)
  const propose = useProposeModality(workspace.id, () => {
    dropDraft()
    announce(t('modalityPage.proposed'))
  })
  const problems = attempts > 0 ? problemsOf(draft, present, t) : {}
  const change = (part: Partial<ProposalDraft>) => setDraft({ ...draft, ...part })
  const target = targetOf(draft)
  useFocusOnProblem(form, attempts, propose.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (target === null || Object.keys(problemsOf(draft, present, t)).length > 0) return
    propose.mutate({ ...target, reason: draft.reason })
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <p>{t('modalityPage.proposeLead')}</p>
      <FormProblem error={propose.error} />
      <ChoiceGroup
        label={t('modalityPage.to')}
        kind="one"
        choices={TARGETS.map((modality) => ({ value: modality, label: t(`modalityName.${modality}`), hint: t(`modality.${modality}`) }))}
        chosen={draft.modality === null ? [] : [draft.modality]}
        error={problems.modality ?? fieldProblem(propose.error, 'modality')}
        onChange={([chosen]) => change({ modality: TARGETS.find((one) => one === chosen) ?? null })}
      />
      {draft.modality === 'M5' && (
        <ChoiceGroup
          label={t('modalityPage.leadKind')}
          kind="one"
          choices={LEAD_KINDS.map((kind) => ({ value: kind, label: t(`modalityPage.leadKind.${kind}`) }))}
          chosen={draft.leadKind === null ? [] : [draft.leadKind]}
          error={problems.leadKind ?? fieldProblem(propose.error, 'leadKind')}
          onChange={([chosen]) => change({ leadKind: LEAD_KINDS.find((one) => one === chosen) ?? null })}
        />
      )}
      {draft.modality === 'M3' && (
        <ChoiceGroup
          label={t('modalityPage.namedPartner')}
          kind="one"
          choices={PARTNER_KINDS.map((kind) => ({ value: kind, label: t(`modalityPage.namedPartner.${kind}`) }))}
          chosen={draft.namedPartner === null ? [] : [draft.namedPartner]}
          error={problems.namedPartner ?? fieldProblem(propose.error, 'namedPartner')}
          onChange={([chosen]) => change({ namedPartner: PARTNER_KINDS.find((one) => one === chosen) ?? null })}
        />
      )}
      <TextField
        label={t('modalityPage.reason')}
        rows={4}
        maxLength={2000}
        value={draft.reason}
        error={problems.reason ?? fieldProblem(propose.error, 'reason')}
        onChange={(reason) => change({ reason })}
      />
      {target !== null && <WhoMustAgree workspace={workspace} present={present} target={target} />}
      <div className="row">
        <Button look="primary" type="submit" isPending={propose.isPending}>
          {t('modalityPage.proposeSend')}
        </Button>
      </div>
    </form>
  )
}
