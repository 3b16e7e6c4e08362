import { useMutation, useQueryClient } from '@tanstack/react-query'
import { STAGES, type DocumentKind, type Stage } from '@roundtable/shared/framework'
import type { WorkspaceView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { request, type RequestInput } from '../../../lib/request.js'
import { useCreationKey } from '../../../lib/use-creation-key.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { Dialog } from '../../../ui/dialog.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { SelectField } from '../../../ui/select-field.js'
import { TextField } from '../../../ui/text-field.js'
import { useMay } from '../use-may.js'
import { WhyNot } from '../why-not.js'
import { workspaceKey } from '../workspace.js'

type NewDocument = RequestInput<'createDocument'>['body']
type NewKind = NewDocument['kind']

/** A button that opens the form, or why there is none. */
export function AddDocument({ workspace }: { readonly workspace: WorkspaceView }) {
  const { t } = useText()
  const may = useMay(workspace)
  const [isOpen, setOpen] = useState(false)
  const kinds = workspace.creatable.filter(isNewKind)
  if (kinds.length === 0) return <WhyNot cannot={t('addDocument.cannot')} because={may('edit', 'OBJ').because} />
  return (
    <div className="row">
      <Button icon="plus" onPress={() => setOpen(true)}>
        {t('addDocument.title')}
      </Button>
      <Dialog title={t('addDocument.title')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <AddForm workspace={workspace} kinds={kinds} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

interface AddFormProps {
  readonly workspace: WorkspaceView
  readonly kinds: readonly NewKind[]
  readonly onClose: () => void
}

function AddForm({ workspace, kinds, onClose }: AddFormProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const add = useAddDocument(workspace.id)
  const [kind, setKind] = useState<NewKind | null>(kinds.length === 1 ? (kinds[0] ?? null) : null)
  const [stage, setStage] = useState<Stage | ''>('')
  const [isKept, setKept] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [attempts, setAttempts] = useState(0)
  const title = typed ?? (kind ? t(`newDocument.${kind}`) : '')
  const planned = new Set(workspace.documentList.filter(({ kind: one, isKept: kept }) => one === 'plan' && !kept).map((plan) => plan.stage))
  useFocusOnProblem(form, attempts, add.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (kind === null || title.trim() === '' || (kind === 'plan' && stage === '')) return
    add.mutate(
      { kind, title, stage: kind === 'plan' && stage !== '' ? stage : null, ...(isKept && kind !== 'principles' ? { isKept } : {}) },
      { onSuccess: ({ id }) => void navigate(`/documents/${id}`) }
    )
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
        onChange={([chosen]) => setKind(kinds.find((one) => one === chosen) ?? null)}
      />
      {kind === 'plan' && (
        <SelectField
          label={t('addDocument.stage')}
          placeholder={t('form.chooseOne')}
          choices={STAGES.filter((one) => isKept || !planned.has(one)).map((one) => ({ value: one, label: t(`stage.${one}`) }))}
          value={stage}
          error={attempts > 0 && stage === '' ? t('form.chooseOne') : fieldProblem(add.error, 'stage')}
          onChange={setStage}
        />
      )}
      {kind !== null && kind !== 'principles' && workspace.mySeat.side !== null && (
        <ChoiceGroup
          label={t('addDocument.who')}
          kind="many"
          choices={[{ value: 'kept', label: t('addDocument.kept'), hint: t('addDocument.keptHint') }]}
          chosen={isKept ? ['kept'] : []}
          onChange={(chosen) => setKept(chosen.includes('kept'))}
        />
      )}
      <TextField
        label={t('addDocument.name')}
        value={title}
        maxLength={200}
        error={attempts > 0 && title.trim() === '' ? t('form.required') : fieldProblem(add.error, 'title')}
        onChange={setTyped}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={add.isPending}>
          {t('addDocument.submit')}
        </Button>
        <Button onPress={onClose}>{t('form.cancel')}</Button>
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

function isNewKind(kind: DocumentKind): kind is NewKind {
  return kind !== 'plain'
}
