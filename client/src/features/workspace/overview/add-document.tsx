import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DocumentKind } from '@roundtable/shared/framework'
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
        <AddForm workspaceId={workspace.id} kinds={kinds} onClose={() => setOpen(false)} />
      </Dialog>
    </div>
  )
}

interface AddFormProps {
  readonly workspaceId: string
  readonly kinds: readonly NewKind[]
  readonly onClose: () => void
}

function AddForm({ workspaceId, kinds, onClose }: AddFormProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const add = useAddDocument(workspaceId)
  const [kind, setKind] = useState<NewKind | null>(kinds.length === 1 ? (kinds[0] ?? null) : null)
  const [typed, setTyped] = useState<string | null>(null)
  const [attempts, setAttempts] = useState(0)
  const title = typed ?? (kind ? t(`newDocument.${kind}`) : '')
  useFocusOnProblem(form, attempts, add.error)

  function submit(event: FormEvent) {
    event.preventDefault()
    setAttempts(attempts + 1)
    if (kind === null || title.trim() === '') return
    add.mutate({ kind, title }, { onSuccess: ({ id }) => void navigate(`/documents/${id}`) })
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
