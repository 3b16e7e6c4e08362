import { DEFINITION_QUESTIONS, DEFINITION_VALUES, type DefinitionQuestion } from '@roundtable/shared/framework'
import type { DefinitionView, WorkspaceView } from '@roundtable/shared/protocol'
import { useRef, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { fieldProblem } from '../../../lib/error-sentence.js'
import { useKeptInput } from '../../../lib/kept-input.js'
import { useFocusAfter } from '../../../lib/use-focus-after.js'
import { useFocusOnProblem } from '../../../lib/use-focus-on-problem.js'
import { useText } from '../../../locales/use-text.js'
import { useAnnounce } from '../../../ui/announcer.js'
import { Banner } from '../../../ui/banner.js'
import { Button } from '../../../ui/button.js'
import { ChoiceGroup } from '../../../ui/choice-group.js'
import { FormProblem } from '../../../ui/form-problem.js'
import { TextField } from '../../../ui/text-field.js'
import { draftKey, draftOf, evidenceOf, problemsOf, readDraft } from './answer-draft.js'
import { answerWords } from './answer-words.js'
import { answerOf, myVoice, questionAfter, useAnswer } from './definition.js'

interface QuestionFormProps {
  readonly workspace: WorkspaceView
  readonly view: DefinitionView
  readonly question: DefinitionQuestion
}

/** One's own answer. It can be left at any time: what is typed is kept in this tab until it is saved. */
export function QuestionForm({ workspace, view, question }: QuestionFormProps) {
  const text = useText()
  const { t } = text
  const navigate = useNavigate()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const answer = useAnswer(workspace.id)
  const saved = draftOf(answerOf(myVoice(view), question))
  const { value: draft, wasKept, isUnkept, change, drop } = useKeptInput(draftKey(workspace.mySeat.id, question), saved, readDraft)
  const [attempts, setAttempts] = useState(0)
  const problems = attempts > 0 ? problemsOf(draft, t) : {}
  useFocusOnProblem(form, attempts, answer.error)
  const focusOnAnswer = useFocusAfter(() => form.current?.querySelector<HTMLElement>('input:checked, input'))

  function startOver() {
    drop()
    focusOnAnswer()
  }

  function save(goOn: boolean) {
    setAttempts(attempts + 1)
    if (Object.keys(problemsOf(draft, t)).length > 0) return
    const body = { question, value: draft.value, reason: draft.reason, evidence: evidenceOf(draft) }
    answer.mutate(body, {
      onSuccess: (next) => {
        drop()
        announce(t('definition.saved', { number: DEFINITION_QUESTIONS.indexOf(question) + 1 }))
        const path = goOn ? `/${questionAfter(next, question) ?? 'result'}` : ''
        void navigate(`/initiatives/${workspace.id}/definition${path}`)
      }
    })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    save(true)
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <FormProblem error={answer.error} />
      {wasKept && (
        <Banner tone="info">
          <p>{t('definition.resumed')}</p>
          <div className="row">
            <Button onPress={startOver}>{t('definition.startOver')}</Button>
          </div>
        </Banner>
      )}
      {isUnkept && (
        <Banner tone="caution" role="status">
          <p>{t('form.notKept')}</p>
        </Banner>
      )}
      <ChoiceGroup
        label={t('definition.answer')}
        kind="one"
        choices={DEFINITION_VALUES[question].map((value) => ({ value, label: answerWords(text, question, value) }))}
        chosen={[draft.value]}
        error={problems.value ?? fieldProblem(answer.error, 'value')}
        onChange={([value]) => change({ ...draft, value: value ?? '' })}
      />
      <TextField
        label={t('definition.reason')}
        hint={t('definition.reasonHint')}
        rows={4}
        value={draft.reason}
        error={problems.reason ?? fieldProblem(answer.error, 'reason')}
        onChange={(reason) => change({ ...draft, reason })}
      />
      <TextField
        label={t('definition.evidence')}
        hint={t('definition.evidenceHint')}
        rows={3}
        value={draft.evidence}
        error={problems.evidence ?? fieldProblem(answer.error, 'evidence')}
        onChange={(evidence) => change({ ...draft, evidence })}
      />
      <div className="row">
        <Button look="primary" type="submit" isPending={answer.isPending}>
          {t('definition.saveNext')}
        </Button>
        <Button isDisabled={answer.isPending} onPress={() => save(false)}>
          {t('definition.saveBack')}
        </Button>
      </div>
    </form>
  )
}
