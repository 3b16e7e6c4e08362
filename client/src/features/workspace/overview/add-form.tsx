import { useMutation, useQueryClient } from '@tanstack/react-query'
import { STAGES, type Stage } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useKeptState } from '../../../lib/kept-input.js'
import { request, type RequestInput } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import { workspaceKey } from '../workspace.js'

type NewDocument = RequestInput<'createDocument'>['body']
export type NewKind = NewDocument['kind']

interface AddDraft {
  readonly kind: NewKind | null
  readonly stage: Stage | ''
  readonly isKept: boolean
  /** Null while it is to be called as its kind is. */
  readonly title: string | null
}

const EMPTY: AddDraft = { kind: null, stage: '', isKept: false, title: null }

interface AddFormProps {
  readonly workspace: WorkspaceView
  readonly kinds: readonly NewKind[]
  readonly onClose: () => void
}

/** A document to add: of which kind, for which stage, who sees it and what it is called. */
export function AddForm({ workspace, kinds, onClose }: AddFormProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const add = useAddDocument(workspace.id)
  const [draft, setDraft, dropDraft] = useKeptState(`add/${workspace.id}`, EMPTY)
  const { stage, isKept } = draft
  const kind = kinds.length === 1 ? (kinds[0] ?? null) : (kinds.find((one) => one === draft.kind) ?? null)
  const change = (part: Partial<AddDraft>) => setDraft({ ...draft, ...part })
  const [attempts, setAttempts] = useState(0)
  const title = draft.title ?? (kind ? t(`newDocument.${kind}`) : '')
  const planned = new Set(workspace.documentList.filter(({ kind: one, isKept: kept }) => one === 'plan' && !kept).map((plan) => plan.stage))
  useFocusOnProblem(form, attempts, add.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (kind === null || title.trim() === '' || (kind === 'plan' && stage === '')) return
    add.mutate(
      { kind, title, stage: kind === 'plan' && stage !== '' ? stage : null, ...(isKept && kind !== 'principles' ? { isKept } : {}) },
      {
        onSuccess: ({ id }) => {
          dropDraft()
          void navigate(`/documents/${id}`)
        }
      }
    )
  }

  function cancel() {
    dropDraft()
    onClose()
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <FormProblem error={add.error} />
      <ChoiceGroup
        label={t('addDocument.kind')}
        kind="one"
        choices={kinds.map((one) => ({ value: one, label: t(`documentKind.${one}`), hint: t(`open.document.${one}.hint`) }))}
        chosen={kind === null ? [] : [kind]}
        error={attempts > 0 && kind === null ? t('form.chooseOne') : undefined}
        onChange={([chosen]) => change({ kind: kinds.find((one) => one === chosen) ?? null })}
      />
      {kind === 'plan' && (
        <SelectField
          label={t('addDocument.stage')}
          placeholder={t('form.chooseOne')}
          choices={STAGES.filter((one) => isKept || !planned.has(one)).map((one) => ({ value: one, label: t(`stage.${one}`) }))}
          value={stage}
          error={attempts > 0 && stage === '' ? t('form.chooseOne') : fieldProblem(add.error, 'stage')}
          onChange={(one) => change({ stage: one })}
        />
      )}
      {kind !== null && kind !== 'principles' && workspace.mySeat.side !== null && (
        <ChoiceGroup
          label={t('addDocument.who')}
          kind="many"
          choices={[{ value: 'kept', label: t('addDocument.kept'), hint: t('addDocument.keptHint') }]}
          chosen={isKept ? ['kept'] : []}
          onChange={(chosen) => change({ isKept: chosen.includes('kept') })}
        />
      )}
      <TextField
        label={t('addDocument.name')}
        value={title}
        maxLength={200}
        error={attempts > 0 && title.trim() === '' ? t('form.required') : fieldProblem(add.error, 'title')}
        onChange={(typed) => change({ title: typed })}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={add.isPending}>
          {t('addDocument.submit')}
        </Button>
        <Button onPress={cancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}

function useAddDocument(workspaceId: string) {
  const client = useQueryClient()
  const keyOf = useCreationKey()
  return useMutation({
    mutationFn: (body: NewDocument) => request('createDocument', { id: workspaceId, body, key: keyOf(body) }),
    onSuccess: () => client.invalidateQueries({ queryKey: workspaceKey(workspaceId) })
  })
}
